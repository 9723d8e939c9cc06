// The wire types of an NDA.
import { z } from 'zod';

export const NDA_STATUSES = ['requested', 'countered', 'approved', 'signed', 'rejected', 'withdrawn', 'lapsed', 'revoked', 'expired', 'superseded'] as const;
export const NdaStatus = z.enum(NDA_STATUSES);
export type NdaStatus = z.output<typeof NdaStatus>;

export const NDA_ACTIONS = ['request', 'approve', 'reject', 'counter', 'accept', 'withdraw', 'sign', 'revoke', 'lapse', 'expire', 'supersede'] as const;
export const NdaAction = z.enum(NDA_ACTIONS);
export type NdaAction = z.output<typeof NdaAction>;

export const NdaParty = z.enum(['owner', 'signer']);
export type NdaParty = z.output<typeof NdaParty>;

export const NdaType = z.enum(['basic', 'enhanced', 'custom']);
export type NdaType = z.output<typeof NdaType>;

const text = (max: number) => z.string().trim().max(max);

/** What the two sides may bargain about. Everything else of a form is fixed text. */
export const Terms = z.strictObject({
  /** Months that the duty of secrecy lasts, from the signature. */
  termMonths: z.int().min(1).max(60),
  /** Days that the gated material stays open, from the signature, unless `expiresAt` says a date. */
  accessDays: z.int().min(1).max(1825),
  expiresAt: z.iso.datetime({ offset: true }).nullable(),
  /** Whether documents may be taken away as a stamped copy. */
  download: z.boolean(),
  governingLaw: text(80).min(2),
  /** 0: no such clause. */
  nonCircumventionMonths: z.int().min(0).max(24),
  /** Pairs the NDA with the owner's submission release, in the same signature. */
  submissionRelease: z.boolean(),
  /** The residual-knowledge clause: off unless both want it. */
  residuals: z.boolean(),
  creditIntent: z.boolean(),
  publicityBan: z.boolean(),
  /** Registration of the work that is the reference for later similarity, e.g. `WGA 2214, 3 May 2026`. */
  priorWork: text(200),
  /** Further words of the parties, above the standard text where they differ. */
  special: text(4000),
});
export type Terms = z.output<typeof Terms>;

/** Changed terms; a bare text is a special condition. */
export const TermsChange = z.union([text(4000).transform((special) => ({ special })), Terms.partial()]);

const id = z.uuid();
const reason = text(1000).min(1, 'Say why: the other side reads it.');

export const NdaRequestBody = z.strictObject({
  pitchId: id,
  message: text(2000).default(''),
  type: NdaType.exclude(['custom']).optional(),
  terms: TermsChange.optional(),
  /** Signs at once with the caller's passport where the owner's rules approve at once; the hash of the document that was shown. */
  passport: z.strictObject({ documentHash: z.hash('sha256'), accepted: z.literal(true) }).optional(),
});

export const ApproveBody = z.strictObject({ terms: TermsChange.optional() });
export const RejectBody = z.strictObject({ reason });
export const CounterBody = z.strictObject({ terms: TermsChange, note: text(2000).default('') });
export const WithdrawBody = z.strictObject({ reason: text(1000).default('') });
export const RevokeBody = z.strictObject({ reason });
export const RenewBody = z.strictObject({ message: text(2000).default(''), type: NdaType.exclude(['custom']).optional() });

/** Bytes of a drawn signature as a data URL: a PNG of strokes stays far below. */
const DRAWN_LIMIT = 200_000;

export const Signature = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('typed'), value: text(200).min(1) }),
  z.strictObject({ kind: z.literal('drawn'), value: z.string().max(DRAWN_LIMIT).regex(/^data:image\/png;base64,iVBORw0KGgo[A-Za-z0-9+/=]+$/, 'A drawn signature is a PNG image.') }),
]);
export type Signature = z.output<typeof Signature>;

const names = { name: text(120).min(2), title: text(120).optional(), company: text(160).optional() };

export const SignBody = z.strictObject({
  ...names,
  signature: Signature,
  accepted: z.literal(true, 'Tick that you agree to sign electronically.'),
  documentHash: z.hash('sha256'),
});
export type SignBody = z.output<typeof SignBody>;

export const SignWithPassportBody = z.strictObject({ accepted: z.literal(true), documentHash: z.hash('sha256') });

export const BulkBody = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('approve'), ids: z.array(id).min(1).max(100) }),
  z.strictObject({ action: z.literal('reject'), ids: z.array(id).min(1).max(100), reason }),
]);

export const NdaListQuery = z.strictObject({
  role: NdaParty.optional(),
  status: z.union([NdaStatus, z.array(NdaStatus)]).optional(),
  pitchId: id.optional(),
  /** `oldest`: what has waited longest comes first. */
  order: z.enum(['newest', 'oldest']).default('newest'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(400).optional(),
});

export const Person = z.object({ id: z.uuid(), name: z.string(), handle: z.string(), portal: z.string(), company: z.string().nullable() });

export const NdaHistoryItem = z.object({
  at: z.string(), action: NdaAction, by: z.enum(['owner', 'signer', 'system']), actor: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  from: NdaStatus.nullable(), to: NdaStatus, reason: z.string().nullable(), documentHash: z.string(),
});

/** A row of a list. */
export const NdaCard = z.object({
  id: z.uuid(),
  pitch: z.object({ id: z.uuid().nullable(), title: z.string() }),
  owner: Person,
  signer: Person,
  type: NdaType,
  status: NdaStatus,
  terms: Terms,
  message: z.string(),
  next: z.array(z.object({ action: NdaAction, by: NdaParty })),
  dueAt: z.string().nullable(),
  expiresAt: z.string().nullable(),
  createdAt: z.string(),
  signedAt: z.string().nullable(),
  /** Seconds from the request to the owner's first answer. */
  answeredInSeconds: z.number().nullable(),
  supersedesId: z.uuid().nullable(),
});
export type NdaCard = z.output<typeof NdaCard>;

export const Nda = NdaCard.extend({
  /** `file`: the owner's own PDF, where that is the agreement; its pages are at /api/nda-files/:sha256. */
  document: z.object({ hash: z.string(), html: z.string(), pdfUrl: z.string(), file: z.object({ sha256: z.string(), name: z.string() }).nullable() }),
  history: z.array(NdaHistoryItem),
});
export type Nda = z.output<typeof Nda>;

/** What an owner sees about who asks, and the signer about who answers: facts of this platform, no score. */
export const PartyRecord = z.object({
  memberSince: z.string(), verifiedCompany: z.string().nullable(), hasPassport: z.boolean(),
  /** Agreements signed as a reader, those still open, and those that an owner closed early. */
  signed: z.number(), open: z.number(), revoked: z.number(),
  /** As an owner: median of the seconds to a first answer, and how many were answered; null before the first. */
  answersInSeconds: z.number().nullable(), answered: z.number(),
});
export type PartyRecord = z.output<typeof PartyRecord>;

/** Beside the document: what each clause means, and where the terms leave the form they were made with. */
export const NdaReading = z.object({
  notes: z.array(z.object({ id: z.string(), title: z.string(), note: z.string(), usual: z.boolean() })),
  differences: z.array(z.object({ term: z.string(), form: z.unknown(), here: z.unknown() })),
  owner: PartyRecord,
  signer: PartyRecord,
});

/** One round's document, for comparing. */
export const NdaDocument = z.object({ round: z.number(), hash: z.string(), html: z.string(), createdAt: z.string() });

export const NdaList = z.object({
  items: z.array(NdaCard),
  nextCursor: z.string().nullable(),
  /** For the asked role, over all statuses. */
  counts: z.record(NdaStatus, z.number()),
  /** Of the caller's own answers as an owner; null before the first. */
  responseTime: z.object({ medianSeconds: z.number(), answered: z.number() }).nullable(),
});

/** What a person agrees to when signing; kept word by word with the signature. */
export const CONSENT = 'I have read the document shown above. I agree to it and to signing it electronically, and I know that my name, the time, my network address and my browser are recorded with my signature.';
