import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../lib/http.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { createRule, deleteRule, type Rule, rulesQuery } from './api.ts';
import { requesters as whom } from './requesters.ts';


/** "Investors of verified companies who hold a passport, for all pitches." */
export function ruleSentence({ requester, verifiedOnly, passportOnly, pitch }: Pick<Rule, 'requester' | 'verifiedOnly' | 'passportOnly' | 'pitch'>): string {
  const who = whom.find(({ value }) => value === requester)?.label ?? requester;
  return `${who}${verifiedOnly ? ' of verified companies' : ''}${passportOnly ? ' who hold a passport' : ''}, for ${pitch ? pitch.title : 'all your pitches'}.`;
}

/** Requests that need no answer: they are approved the moment they come. */
export function RulesSection() {
  const client = useQueryClient();
  const { data, error, refetch, isFetching } = useQuery(rulesQuery);
  const [requester, setRequester] = useState<Rule['requester']>('investor');
  const [verifiedOnly, setVerifiedOnly] = useState(true);
  const [passportOnly, setPassportOnly] = useState(false);
  const changed = () => client.invalidateQueries({ queryKey: rulesQuery.queryKey });
  const add = useMutation({ mutationFn: () => createRule({ pitchId: null, requester, verifiedOnly, passportOnly }), onSuccess: changed });
  const remove = useMutation({ mutationFn: deleteRule, onSuccess: changed });
  const failed = add.error ?? remove.error;
  return (
    <section className="section templates__part" aria-labelledby="rules-title">
      <div className="section__head"><h2 className="t-h3" id="rules-title">Approved at once</h2></div>
      {error && data === undefined && <ErrorPanel title="The rules didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
      {data === undefined && !error && <div aria-busy="true"><Skeleton shape="lines" count={2} /></div>}
      {data?.length === 0 && <p className="t-2">No rules: you answer every request yourself.</p>}
      <ul className="list">
        {data?.map((rule) => (
          <li key={rule.id} className="template">
            <p>{ruleSentence(rule)}</p>
            <Button size="sm" kind="quiet" aria-label={`Remove: ${ruleSentence(rule)}`} busy={remove.isPending && remove.variables === rule.id} onClick={() => remove.mutate(rule.id)}>Remove</Button>
          </li>
        ))}
      </ul>
      <div className="ruleform">
        <Field label="Approve at once"><Select options={whom} value={requester} onChange={(event) => setRequester(event.target.value as Rule['requester'])} /></Field>
        <div className="ruleform__ticks">
          <Checkbox label="Only verified companies" checked={verifiedOnly} onChange={(event) => setVerifiedOnly(event.target.checked)} />
          <Checkbox label="Only with a passport" checked={passportOnly} onChange={(event) => setPassportOnly(event.target.checked)} />
        </div>
        <Button busy={add.isPending} onClick={() => add.mutate()}>Add the rule</Button>
      </div>
      {failed && <div className="mt-3"><Notice tone="negative" announce>{failed instanceof ApiError ? failed.message : 'The rules could not be changed.'}</Notice></div>}
    </section>
  );
}
