// Wire types of the click-through and of standing answers.
import { z } from 'zod';

/** What a click-through agrees to, word by word; kept with each click. */
export const CLICK_THROUGH = 'I will treat what opens here as confidential, use it only to decide whether to take part in this project, and not pass it on. I know that my click, the time, my network address and my browser are recorded.';

export const ClickThroughBody = z.strictObject({ accepted: z.literal(true, 'Confirm that you agree.') });
export const ClickThrough = z.object({ accepted: z.boolean(), acceptedAt: z.string().nullable(), wording: z.string() });

export const AutoApprovalCreate = z.strictObject({
  /** null: all pitches of the caller. */
  pitchId: z.uuid().nullable().default(null),
  requester: z.enum(['investor', 'production', 'any']),
  /** Only companies that an operator has verified. */
  verifiedOnly: z.boolean().default(true),
  /** Only holders of a passport, on the standard form. */
  passportOnly: z.boolean().default(false),
});

export const AutoApproval = z.object({
  id: z.uuid(), pitch: z.object({ id: z.uuid(), title: z.string() }).nullable(), requester: z.enum(['investor', 'production', 'any']), verifiedOnly: z.boolean(), passportOnly: z.boolean(), createdAt: z.string(),
});

export const CompanyVerificationBody = z.strictObject({ companyName: z.string().trim().min(2).max(160), evidence: z.string().trim().min(5).max(1000) });
