import { useState, type FormEvent } from 'react';
import { ApiError } from './http.ts';

export type Check = (value: string, all: Record<string, string>) => string | undefined;

interface Submission<Name extends string> {
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  errorOf: (name: Name) => string | undefined;
  /** What went wrong beyond the fields; null while nothing has. */
  failure: unknown;
  busy: boolean;
}

/**
 * A short form of named inputs: checks, sends, and puts the server's sentences beside their fields. The first wrong field gets the focus.
 * Forms with rows and drafts use react-hook-form; a form of three fields should not have to load it.
 */
export function useSubmit<Name extends string>(checks: Record<Name, Check>, send: (values: Record<Name, string>) => Promise<void>): Submission<Name> {
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const refuse = (form: HTMLFormElement, found: Record<string, string>) => {
    setErrors(found);
    const first = [...form.elements].find((element) => element instanceof HTMLInputElement && found[element.name] !== undefined);
    if (first instanceof HTMLElement) first.focus();
  };

  const submit = async (form: HTMLFormElement) => {
    const names = Object.keys(checks) as Name[];
    const data = new FormData(form);
    const values = Object.fromEntries(names.map((name) => {
      const value = data.get(name);
      return [name, typeof value === 'string' ? value : ''];
    })) as Record<Name, string>;
    const found = Object.fromEntries(names.flatMap((name) => {
      const sentence = checks[name](values[name], values);
      return sentence === undefined ? [] : [[name, sentence]];
    }));
    setFailure(null);
    refuse(form, found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      await send(values);
    } catch (error) {
      const known = error instanceof ApiError ? Object.fromEntries(Object.entries(error.fields).filter(([path]) => path in checks)) : {};
      if (Object.keys(known).length > 0) refuse(form, known);
      else setFailure(error);
    } finally {
      setBusy(false);
    }
  };

  return {
    onSubmit: (event) => {
      event.preventDefault();
      void submit(event.currentTarget);
    },
    errorOf: (name) => errors[name],
    failure,
    busy,
  };
}
