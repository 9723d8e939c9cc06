import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { formatAgo } from '../../lib/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Status } from '../../ui/status.tsx';
import { AnswerForm } from './answer-form.tsx';
import { closeQuestion, type Question, questionsQuery } from './api.ts';

const states = { open: { label: 'Open', tone: 'caution' }, answered: { label: 'Answered', tone: 'positive' }, closed: { label: 'Closed', tone: 'open' } } as const;

interface QuestionItemProps {
  question: Question;
  userId: string;
  pitchId: string | null;
  isOwner: boolean;
  isOpen: boolean;
}

/** A question with what was answered to it. Whoever asked closes it; the other side answers. */
export function QuestionItem({ question, userId, pitchId, isOwner, isOpen }: QuestionItemProps) {
  const client = useQueryClient();
  const isMine = question.author.id === userId;
  const close = useMutation({ mutationFn: () => closeQuestion(question.id), onSettled: () => client.invalidateQueries({ queryKey: questionsQuery(question.ndaId).queryKey }) });
  const { label, tone } = states[question.status];
  return (
    <li className="question">
      <div className="row row--wrap between">
        <h3 className="t-h3">{question.subject} {question.priority === 'high' && <Badge tone="caution">Needed to decide</Badge>}</h3>
        <Status tone={tone}>{label}</Status>
      </div>
      <p className="t-xs t-2">{isMine ? 'You' : question.author.name}, {formatAgo(question.createdAt)}</p>
      <p className="whitespace-pre-line mt-2">{question.body}</p>
      {question.answers.map(({ id, author, body, createdAt, files }) => (
        <blockquote key={id} className="question__answer">
          <p className="t-xs t-2">{author.id === userId ? 'You' : author.name}, {formatAgo(createdAt)}</p>
          <p className="whitespace-pre-line mt-1">{body}</p>
          {files.map((file) => <p key={file.id} className="t-sm">{pitchId === null ? file.fileName : file.contentType === 'application/pdf' ? <Link className="link" to={paths.document.href(pitchId, file.id)}>{file.fileName}</Link> : <a className="link" href={file.url}>{file.fileName}</a>}</p>)}
        </blockquote>
      ))}
      {isOpen && question.status !== 'closed' && !isMine && <AnswerForm questionId={question.id} ndaId={question.ndaId} pitchId={isOwner ? pitchId : null} />}
      {isMine && question.status !== 'closed' && <div className="mt-3"><Button size="sm" kind="quiet" busy={close.isPending} aria-label={`Close the question “${question.subject}”`} onClick={() => close.mutate()}>Close the question</Button></div>}
    </li>
  );
}
