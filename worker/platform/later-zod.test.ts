import { z as zod } from 'zod/v4';
import { expect, it } from 'vitest';
import { z } from './later-zod.ts';

const build = (kit: typeof zod) => {
  const Ask = kit.strictObject({ amount: kit.int().positive(), currency: kit.enum(['EUR', 'USD']) });
  const Card = kit.object({ id: kit.uuid(), title: kit.string().trim().min(1).max(20), ask: Ask.nullable(), tags: kit.array(kit.string().min(2)).max(3).default([]) });
  const Page = Card.extend({ ask: Card.shape.ask.optional(), at: kit.iso.datetime().optional(), year: kit.coerce.number().int().catch(1900) }).refine(({ title }) => title !== 'no', 'Not this.');
  const Kind = kit.discriminatedUnion('kind', [kit.object({ kind: kit.literal('a'), one: kit.string() }), kit.object({ kind: kit.literal('b'), two: kit.number() })]);
  return kit.object({ page: Page, kind: Kind, more: kit.record(kit.string(), kit.union([kit.string(), kit.null()])), changes: kit.object({ ...Ask.shape }).partial() });
};

const id = '3f8f0c4e-8f5d-4a53-8a53-6f6d3b0c9f10';
const fits = { page: { id, title: ' Salt ', year: '2020', ask: { amount: 5, currency: 'EUR' } }, kind: { kind: 'b', two: 2 }, more: { x: null }, changes: { amount: 1 } };

it.each([
  fits,
  { ...fits, page: { ...fits.page, title: 'no' } },
  { ...fits, page: { ...fits.page, ask: { amount: -1, currency: 'GBP', more: 1 } } },
  { ...fits, kind: { kind: 'c' } },
  { page: {}, kind: null, more: { x: 1 }, changes: { amount: 'a' } },
])('says what zod says of %j', (value) => {
  const [ours, theirs] = [build(z).safeParse(value), build(zod).safeParse(value)];
  expect(ours.success).toBe(theirs.success);
  expect(ours.data).toEqual(theirs.data);
  expect(ours.error?.issues).toEqual(theirs.error?.issues);
});

it('is described as zod describes it', () => {
  const options = { io: 'input', unrepresentable: 'any' } as const;
  expect(zod.toJSONSchema(build(z), options)).toEqual(zod.toJSONSchema(build(zod), options));
});

it('is a zod schema to whoever asks', () => {
  expect(z.string().min(2)).toBeInstanceOf(zod.ZodString);
  expect('_zod' in z.object({ a: z.string() })).toBe(true);
  expect(Object.keys(z.object({ a: z.string(), b: z.int() }).shape)).toEqual(['a', 'b']);
  expect(z.enum(['x', 'y']).options).toEqual(['x', 'y']);
});

it('is made with its first use, and once', () => {
  let made = 0;
  const Inner = z.object({ get a() { made += 1; return z.string(); } }).partial();
  const Outer = z.object({ inner: Inner, list: z.array(Inner) }).extend({ more: Inner.shape.a });
  expect(made).toBe(0);
  for (const more of ['x', 'y']) expect(Outer.parse({ inner: { a: '1' }, list: [{}], more })).toEqual({ inner: { a: '1' }, list: [{}], more });
  expect(made).toBe(1);
});
