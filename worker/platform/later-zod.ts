// Schemas that are made when they are first used. The bundle has this in the place of zod (alias in wrangler.toml): it holds every feature's
// schemas, the first answers need a handful, and making all of them was a third of evaluating it (docs/decisions/066-what-a-start-costs.md).
import * as zod from 'zod/v4';

export * from 'zod/v4';

/** Builders: what they return stands for a schema that is not made yet. Any other name is zod's own. */
const BUILDERS = [
  'any', 'array', 'boolean', 'discriminatedUnion', 'email', 'enum', 'guid', 'hash', 'int', 'literal', 'looseObject', 'null', 'number', 'object', 'partialRecord', 'record', 'strictObject', 'string',
  'tuple', 'union', 'unknown', 'url', 'uuid',
] as const;

/** Methods that make a schema of a schema. Asking for any other makes it. */
const STEPS = new Set([
  'and', 'array', 'brand', 'catch', 'check', 'default', 'endsWith', 'extend', 'gt', 'gte', 'includes', 'int', 'length', 'loose', 'lt', 'lte', 'max', 'meta', 'min', 'negative', 'nonempty', 'nonnegative',
  'normalize', 'nullable', 'nullish', 'omit', 'optional', 'or', 'overwrite', 'partial', 'pick', 'pipe', 'positive', 'prefault', 'readonly', 'refine', 'regex', 'required', 'safeExtend', 'startsWith',
  'strict', 'superRefine', 'toLowerCase', 'toUpperCase', 'transform', 'trim',
]);

type Call = (...given: readonly unknown[]) => object;
interface Later { make: (() => object) | undefined; made: object | undefined }

const behind = new WeakMap<object, Later>();

function made(later: Later): object {
  if (later.make) {
    later.made = later.make();
    later.make = undefined;
  }
  return later.made as object;
}

/** What a builder is given, with the schemas themselves in the place of their stand-ins: one, a list or a shape of some. */
function real(given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return given;
  const later = behind.get(given);
  if (later) return made(later);
  if (Array.isArray(given)) return given.some((one) => typeof one === 'object') ? given.map(real) : given;
  if (Object.getPrototypeOf(given) !== Object.prototype) return given;
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, real(value)]));
}

const schemaTraps: ProxyHandler<Later> = {
  get(later, key) {
    if (later.make && typeof key === 'string' && STEPS.has(key)) return (...given: unknown[]) => standIn(() => (Reflect.get(made(later), key) as Call).apply(made(later), given.map(real)));
    if (later.make && key === 'shape') return standIn(() => Reflect.get(made(later), key) as object, shapeTraps);
    const schema = made(later);
    return Reflect.get(schema, key, schema) as unknown;
  },
  set: (later, key, value) => Reflect.set(made(later), key, value),
  has: (later, key) => Reflect.has(made(later), key),
  getPrototypeOf: (later) => Reflect.getPrototypeOf(made(later)),
};

/** A shape is a plain object; each of its fields may wait as well. */
const shapeTraps: ProxyHandler<Later> = {
  ...schemaTraps,
  get: (later, key) => (later.make && typeof key === 'string' ? standIn(() => Reflect.get(made(later), key) as object) : (Reflect.get(made(later), key) as unknown)),
  ownKeys: (later) => Reflect.ownKeys(made(later)),
  getOwnPropertyDescriptor: (later, key) => Reflect.getOwnPropertyDescriptor(made(later), key),
};

function standIn(make: () => object, traps = schemaTraps): object {
  const later: Later = { make, made: undefined };
  const it = new Proxy(later, traps);
  behind.set(it, later);
  return it;
}

/** The same builders, each giving a stand-in. */
function withStandIns<Kit extends object>(kit: Kit, names: readonly (keyof Kit & string)[]): Kit {
  const builders = names.map((name) => [name, (...given: unknown[]) => standIn(() => (kit[name] as Call)(...given.map(real)))]);
  return { ...kit, ...(Object.fromEntries(builders) as Partial<Kit>) };
}

export const z = { ...withStandIns(zod, BUILDERS), iso: withStandIns(zod.iso, ['date', 'datetime']), coerce: withStandIns(zod.coerce, ['boolean', 'number', 'string']) };
