import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '#build/project-root.ts';

const names = z.record(z.string(), z.string()).default({});
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      license: z.string().optional(),
      dev: z.boolean().default(false),
      devOptional: z.boolean().default(false),
      dependencies: names,
      optionalDependencies: names,
      engines: z.looseObject({ node: z.string().optional() }).optional(),
    }),
  ),
});
const packageSchema = z.object({
  engines: z.object({ node: z.string() }),
  dependencies: names,
  devDependencies: names,
});

const readJson = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(projectRoot, name), 'utf8'));
const { packages } = lockSchema.parse(readJson('package-lock.json'));
const own = packageSchema.parse(readJson('package.json'));

/** Packages that the application's own code names; Vite puts them and what they need into it. */
function bundled(): ReadonlySet<string> {
  const files = ['renderer', 'electron', 'shared'].flatMap((folder) =>
    readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/u.test(name))
      .map((name) => path.join(folder, name)),
  );
  const found = new Set<string>();
  for (const file of files.filter((name) => !/\.test\.tsx?$/u.test(name))) {
    const text = readFileSync(path.join(projectRoot, file), 'utf8');
    for (const [, name] of text.matchAll(/(?:from|import\(?) ?'((?:@[\w.-]+\/)?[\w.-]+)/gu)) {
      if (name && Object.hasOwn(packages, `node_modules/${name}`)) found.add(name);
    }
  }
  return found;
}

/** Places in the lock file of those packages and of all that they need. */
function withNeeds(roots: ReadonlySet<string>): ReadonlySet<string> {
  const places = new Set<string>();
  const visit = (name: string, from: string): void => {
    const nested = `${from}/node_modules/${name}`;
    const place = Object.hasOwn(packages, nested) ? nested : `node_modules/${name}`;
    const found = packages[place];
    if (!found || places.has(place)) return;
    places.add(place);
    for (const need of Object.keys({ ...found.dependencies, ...found.optionalDependencies })) {
      visit(need, place);
    }
  };
  for (const root of roots) visit(root, '');
  return places;
}

/** Of packages that name theirs in a file alone, read there. */
const inTheirFile: Readonly<Record<string, string>> = { 'node_modules/png-js': 'MIT' };

/** Its own licence, or that of the package of which it is one platform's build. */
function licenceOf(place: string): string {
  for (let name = place; name.includes('-'); name = name.slice(0, name.lastIndexOf('-'))) {
    const licence = packages[name]?.license;
    if (licence !== undefined) return licence;
  }
  return packages[place]?.license ?? inTheirFile[place] ?? 'tidak diketahui';
}

/** May be given on with the application; fonts lie beside it. What says more is looked at by a person first. */
const allowed: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'MIT AND OFL-1.1',
  'Python-2.0',
  'Unlicense',
]);

test('whatever ships, with the server or inside the application, may be given on', () => {
  const ofServer = Object.entries(packages)
    .filter(([place, { dev, devOptional }]) => place !== '' && !dev && !devOptional)
    .map(([place]) => place);
  const ofApplication = withNeeds(bundled());
  expect(ofApplication).toContain('node_modules/react-dom');
  expect(ofApplication).toContain('node_modules/scheduler');
  const shipped = [...new Set([...ofServer, ...ofApplication])];
  const refused = shipped.filter((place) => !allowed.has(licenceOf(place)));
  expect(refused.map((place) => `${place}: ${licenceOf(place)}`)).toEqual([]);
});

/** Whether a range of package.json takes a version of Node: `>=`, `^`, `||`; all that is in use. */
function takes(range: string, version: readonly [number, number]): boolean {
  return range.split('||').some((one) => {
    const match = /^\s*(>=|\^)\s*v?(\d+)(?:\.(\d+))?/u.exec(one);
    if (!match) throw new Error(`${range}: not understood`);
    const [major, minor] = [Number(match[2]), Number(match[3] ?? 0)];
    const isEnough = version[0] > major || (version[0] === major && version[1] >= minor);
    return isEnough && (match[1] === '>=' || version[0] === major);
  });
}

/** Part, and why it runs where its package asks for a newer Node. */
const ownNode: Readonly<Record<string, string>> = {
  'dependency-cruiser': 'a check of ours alone; it runs on the oldest Node all the same',
  electron: 'brings the Node that it runs on; only its installer script runs on ours',
  'pdfjs-dist': 'made for browsers; what the server does with it is tested on the oldest Node',
};

test('each part runs on the oldest Node that is stated, or on one of its own', () => {
  const oldest = /^>=(\d+)\.(\d+)$/u.exec(own.engines.node);
  const version = [Number(oldest?.[1]), Number(oldest?.[2])] as const;
  const direct = Object.keys({ ...own.dependencies, ...own.devDependencies });
  const newer = direct.filter((name) => {
    const range = packages[`node_modules/${name}`]?.engines?.node;
    return range !== undefined && !takes(range, version);
  });
  expect(newer.toSorted()).toEqual(Object.keys(ownNode).toSorted());
});

test('npm run sbom lists what is installed, with the hash of each package (CycloneDX)', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'meja-sbom-'));
  try {
    const file = path.join(folder, 'sbom.json');
    execFileSync('npm', ['run', '--silent', 'sbom', '--', file], {
      cwd: projectRoot,
      shell: process.platform === 'win32',
    });
    const { bomFormat, components } = z
      .object({
        bomFormat: z.string(),
        components: z.array(
          z.looseObject({ name: z.string(), hashes: z.array(z.unknown()).optional() }),
        ),
      })
      .parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(bomFormat).toBe('CycloneDX');
    const listed = new Map(components.map((one) => [one.name, one]));
    for (const name of ['fastify', 'react', 'electron']) {
      expect(listed.get(name)?.hashes).not.toHaveLength(0);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
