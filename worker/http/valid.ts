// Parses one part of a request by a zod schema. A part that does not fit is a 400 that names each field; it never reaches the handler.
import { uniqueSymbol, validator } from 'hono-openapi';
import { z } from 'zod';
import { AppError } from '../platform/app-error.ts';

interface Issue {
  path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined;
  message: string;
}

/** Sentences by field path. */
export function fieldsOf(issues: readonly Issue[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of issues) {
    const path = (issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step)).join('.') || '(body)';
    fields[path] ??= issue.message;
  }
  return fields;
}

/** Validates `json`, `query` or `param`; feeds the OpenAPI document as well. Output is at `c.req.valid(target)`. The schema is not looked at before the first request. */
export function valid<Target extends 'json' | 'query' | 'param', Schema extends z.ZodType>(target: Target, schema: Schema) {
  const make = () => validator(target, schema, (result) => {
    if (!result.success) {
      throw new AppError('bad_request', 'Some of what was sent does not fit. Nothing was changed.', { fields: fieldsOf(result.error as readonly Issue[]) });
    }
  });
  type Validator = ReturnType<typeof make>;
  let made: Validator | undefined;
  const check: Validator = (c, next) => (made ??= make())(c, next);
  // What describes the route to OpenAPI is made when it is asked for.
  return Object.defineProperty(check, uniqueSymbol, { get: () => Reflect.get((made ??= make()), uniqueSymbol) as unknown });
}

/** Path parameter that is one of our ids; anything else cannot exist, so it is a 404 in the handler's stead. */
export const Id = z.uuid();
