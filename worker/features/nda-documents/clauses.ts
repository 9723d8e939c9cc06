// The clause library, in our own words. `usual` says what people of the field expect to find; whatever is not usual is pointed out to both sides.
import type { Clause } from './schema.ts';

const clause = (id: string, title: string, text: string, note: string, more: Partial<Clause> = {}): Clause =>
  ({ id, title, text, note, usual: true, locked: true, when: null, ...more });

export const CLAUSES: readonly Clause[] = [
  clause('parties', 'The two sides', '{{owner}} (the "Owner") may show {{signer}} (the "Reader") material about the project "{{project}}" (the "Project"). This agreement says how the Reader treats that material.',
    'Who promises what to whom, and about which project.'),
  clause('material', 'What is confidential', 'Everything about the Project that the Owner opens to the Reader behind this agreement is confidential, whether or not it is marked: in particular scripts, treatments, series documents, decks, look books, budgets, finance plans, projections, names of talent in talks, contracts and contact details, and whatever the Reader derives from them (the "Material").\n\nWhat the public page of the Project shows is not confidential.',
    'All that opens behind the gate is covered. What anyone can see on the public page is not.'),
  clause('exclusions', 'What is not covered', 'Nothing here covers what (a) is or becomes public without a breach of this agreement, (b) the Reader can show to have known before, (c) the Reader can show to have made without use of the Material, or (d) the Reader was lawfully given by somebody else who was free to give it.',
    'The four usual exceptions. If a reader already had a similar project, it stays free.'),
  clause('use', 'What it may be used for', 'The Reader uses the Material only to decide whether to finance, buy, make or otherwise take part in the Project, and to talk to the Owner about that.',
    'Reading it to decide is fine; using it for anything else is not.'),
  clause('recipients', 'Who may see it', 'The Reader may let those employees, partners and professional advisers see the Material who need it for that decision and are bound to at least the same secrecy. The Reader answers for them as for themselves. Nobody else is shown, told or sent the Material.',
    'Colleagues and advisers who need it, and nobody else.'),
  clause('care', 'Care', 'The Reader keeps the Material as carefully as their own confidential papers and not less than a careful business person would, does not share access to the account through which it is read, and tells the Owner without delay of any loss or disclosure.',
    'Keep it safe, do not share the sign-in, and say so if something leaks.'),
  clause('viewing', 'Reading on the platform', 'The Material is read page by page on the platform. Pages carry the Reader\'s name and a mark of the copy; the pages opened and the time of reading are recorded, and both sides can see that record.',
    'Pages are watermarked and reading is recorded. You see the same record as the owner.'),
  clause('download', 'Copies', 'The Reader may download copies of documents. Each copy is stamped with the Reader\'s name and falls under this agreement wherever it is kept.',
    'Downloading is allowed; each copy names its reader.', { when: 'download' }),
  clause('compelled', 'When the law asks', 'If a court or an authority orders a disclosure, the Reader may make it to the extent ordered, and where the law allows tells the Owner first and in time to object.',
    'A court order may be obeyed; the owner hears of it first where possible.'),
  clause('duration', 'How long', 'Access to the Material ends {{access}}, or when the Owner closes it. The duties of this agreement last {{termMonths}} months from its signature, also after access has ended; for whatever is a trade secret they last as long as it is one.',
    'Access ends earlier than secrecy. Your ledger shows both dates.'),
  clause('return', 'Return or destroy', 'When access ends, or on the Owner\'s request, the Reader deletes or returns every copy within 14 days and confirms it in writing on request. One copy may be kept, locked away, where the law demands an archive.',
    'Delete what you hold when it is over.'),
  clause('no-licence', 'No rights pass', 'The Owner keeps all rights in the Project and the Material. Nothing here is a licence, an option, an assignment or a promise of one.',
    'Reading buys nothing; a deal needs its own paper.'),
  clause('no-duty', 'No duty to go on', 'Neither side has to finance, buy, sell or negotiate anything. Either side may stop talking at any time.',
    'Nobody has to make a deal.'),
  clause('residuals', 'What stays in memory', 'The Reader may use general ideas, knowledge and skills that remain in the unaided memory of people who read the Material, but not its expression, characters, plot, figures or names. (This concerns memory only and has nothing to do with residual payments to talent.)',
    'Unusual in film, and against the owner: ideas that stick in memory may be used. Off unless both want it.', { usual: false, when: 'residuals' }),
  clause('non-circumvention', 'Not going around the owner', 'For {{nonCircumventionMonths}} months from the signature the Reader does not approach the writer, the rights holders, the attached talent or the financiers of the Project that the Reader learned of from the Material, in order to make the Project without the Owner. Ties that the Reader can show to have had before stay free.',
    'Do not go past the owner to the people named in the material.', { usual: false, when: 'nonCircumventionMonths' }),
  clause('prior-work', 'The work of reference', 'The work as it stood before this agreement is recorded as: {{priorWork}}.',
    'A registration that fixes what existed, should a question of similarity come up.', { when: 'priorWork' }),
  clause('release', 'Submission release', 'The Owner submits the Project of their own will and warrants to be free to do so. The Owner knows that the Reader receives and develops many projects, that some will be alike in subject, theme or form, and that likeness in what is not protected by law gives no claim. No contract and no payment for the submission arises from reading it. The duties of secrecy in this agreement stay untouched, and so does every right against copying of what the law protects.',
    'The owner accepts that similar projects exist, and the reader accepts secrecy: both in one signature.', { when: 'submissionRelease' }),
  clause('credit', 'Credit', 'If the Reader takes part in making the Project, the two sides will agree in good faith on a credit for the Owner and the writer that fits what the field gives for such work.',
    'A promise to talk about credit, not a credit yet.', { when: 'creditIntent' }),
  clause('publicity', 'No publicity', 'Neither side announces talks about the Project, or names the other in public, without the other\'s written word.',
    'No press and no posts without a yes.', { when: 'publicityBan' }),
  clause('special', 'What the two sides add', '{{special}}', 'Words of the two sides themselves. They are not a standard text: read them with care.', { usual: false, locked: false, when: 'special' }),
  clause('remedies', 'If it is broken', 'Both sides accept that money alone may not make good a breach, and that a court may be asked to stop it at once. Other claims that the law gives remain.',
    'A court can be asked to stop a leak, not only to award money.'),
  clause('law', 'Law', 'This agreement follows the law of {{governingLaw}}. A part that a court finds void leaves the rest standing. Changes need the form in which this was made.',
    'Which law applies.'),
  clause('electronic', 'Signing electronically', 'The two sides agree that an electronic signature binds them, and that the platform keeps this text, its fingerprint and the record of the signature for both.',
    'A typed or drawn signature counts.'),
];

export const clauseById = (id: string): Clause | undefined => CLAUSES.find((known) => known.id === id);

/** No form goes without these. */
export const REQUIRED_CLAUSES = ['parties', 'material', 'exclusions', 'use', 'recipients', 'duration', 'no-licence', 'law', 'electronic'] as const;
