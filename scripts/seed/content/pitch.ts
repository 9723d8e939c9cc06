import type { AskKind, BudgetBand, Currency, Format, Gate, GatedPart, Genre, PitchStatus, Stage, TeamStatus } from '../../../worker/features/catalogue/lists.ts';

/** Where one part of the money comes from. Amounts are whole units of the currency; what is `open` is what the pitch asks for. */
export type Source = readonly [label: string, status: 'signed' | 'conditional' | 'proposed' | 'open', amount: number];

/** Which chart of accounts the top sheet is drawn up in. */
export type SheetShape = 'fiction' | 'documentary' | 'animation' | 'short';

export type SeedMoney = { currency: Currency; shape: SheetShape; kind: AskKind; plan: readonly Source[]; days?: number; episodes?: number };

export type SeedPitch = {
  slug: string;
  title: string;
  /** Handle of the owner in people. */
  owner: string;
  status: PitchStatus;
  format: Format;
  genres: readonly Genre[];
  stage: Stage | null;
  budgetBand: BudgetBand | null;
  logline: string;
  synopsis: string;
  tone?: string;
  themes?: readonly string[];
  audience?: string;
  whyNow?: string;
  productionPlan?: string;
  comps?: readonly (readonly [title: string, year: number, note: string])[];
  team?: readonly (readonly [name: string, role: string, status: TeamStatus])[];
  seekingInvestment?: boolean;
  money?: SeedMoney;
  /** Whole units; only where there is no finance plan yet. */
  ask?: { amount: number; currency: Currency; kind: AskKind };
  distribution?: string;
  marketing?: string;
  gates?: Partial<Record<GatedPart, Gate>>;
  /** Visits so far. Likes, watchers and comments are counted from their rows. */
  views: number;
  /** Days before planting on which it was first written and, if ever, published. */
  ageDays: readonly [created: number, published?: number];
};
