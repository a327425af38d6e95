import { useEffect, useState } from 'react';
import { Button, Input, makeStyles, Select } from '@fluentui/react-components';
import { helpdeskText as texts } from '#renderer/features/helpdesk/texts.ts';
import { withCanned } from '#renderer/features/helpdesk/typed-replies.ts';
import type { Announce } from '#renderer/frame/announce.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import type { RouteAnswer } from '#shared/contract/route-call.ts';
import { isPlainLine, saysSomething } from '#shared/kernel/typed-text.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px 8px' },
  choice: { minWidth: '10em', maxWidth: '100%' },
});

type Replies = RouteAnswer<'cannedReplies'>['replies'];

interface CannedRepliesProps {
  readonly query: QueryDesk;
  readonly announce: Announce;
  /** What was typed: it may become one. */
  readonly text: string;
  /** One takes the place of what was typed. */
  readonly onChoose: (text: string) => void;
}

/** Answers that are given often. */
export function CannedReplies({ query, announce, text, onChoose }: CannedRepliesProps) {
  const styles = useStyles();
  const [replies, setReplies] = useState<Replies>([]);
  const [name, setName] = useState<string | null>(null);
  useEffect(() => {
    void query.ask('cannedReplies', {}).then((answer) => {
      if (answer.ok) setReplies(answer.value.replies);
      return answer.ok;
    });
  }, [query]);
  async function save(): Promise<void> {
    const isComplete = name !== null && isPlainLine(name) && saysSomething(text);
    if (!isComplete) return announce(texts.incomplete);
    const body = { name, text: text.trim(), ticketKind: null };
    const answer = await query.ask('writeCannedReply', { body });
    if (answer.ok) setReplies(answer.value.replies);
    announce(answer.ok ? texts.cannedSaved : answer.error.message);
    setName(null);
  }
  return (
    <div className={styles.root}>
      <Select
        size="small"
        className={styles.choice}
        aria-label={texts.canned}
        value=""
        onChange={(_, { value }) => {
          const chosen = replies.find((one) => one.name === value);
          if (chosen) onChoose(withCanned(text, chosen.text));
        }}
      >
        <option value="">{texts.chooseCanned}</option>
        {replies.map((one) => (
          <option key={one.name} value={one.name}>
            {one.name}
          </option>
        ))}
      </Select>
      {name === null ? (
        <Button size="small" appearance="subtle" onClick={() => setName('')}>
          {texts.saveCanned}
        </Button>
      ) : (
        <>
          <Input
            size="small"
            aria-label={texts.cannedName}
            placeholder={texts.cannedName}
            maxLength={80}
            value={name}
            onChange={(_, { value }) => setName(value)}
          />
          <Button size="small" onClick={() => void save()}>
            {texts.save}
          </Button>
        </>
      )}
    </div>
  );
}
