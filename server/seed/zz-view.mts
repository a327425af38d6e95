import { writeFileSync, mkdirSync } from 'node:fs';
import { planOffices } from '#server/seed/offices/offices.ts';
import { planPeople } from '#server/seed/people/people.ts';
import { recordBuilders } from '#server/seed/records/record-builders.ts';
import { buildOldSkp } from '#server/seed/records/skp.ts';
import { renderDocument } from '#server/seed/documents/render-document.ts';
import { makeRandom } from '#server/seed/random.ts';
const out='/tmp/seedx/out'; mkdirSync(out,{recursive:true});
const today='2026-11-22' as any;
const people=planPeople('x',planOffices('x','full'),today);
const from=Number(process.argv[2]??100);
let n=0; let td=0,ts=0,nd=0,ns=0;
for (const [type,b] of [...Object.entries(recordBuilders),['skplama',buildOldSkp]] as any) {
  let i=from; let draft; let p; do { p=people[(i*37)%people.length]; draft=b({person:p,random:makeRandom('v',i,type),today}); i++; } while(!draft);
  for (const d of draft.documents) for (const medium of [{kind:'digital'},{kind:'scan',settings:{dpi:105,quality:57,degrees:0.8,paper:n%4,shaded:n%3===0}}] as any) {
    const t=performance.now();
    const bytes=await renderDocument({content:d.content,medium,sheet:d.sheet,typeface:n%4===3?'sans':'serif',size:11,omittedPages:[],seed:'s'+n});
    const e=performance.now()-t; if(medium.kind==='scan'){ts+=e;ns++;}else{td+=e;nd++;}
    writeFileSync(`${out}/${type}-${d.documentId}-${medium.kind}.pdf`,bytes);
    console.log(type,d.documentId,medium.kind,bytes.length,e.toFixed(0));
    n++;
  }
}
console.log('digital',td/nd,'scan',ts/ns);
