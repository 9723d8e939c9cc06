// What people of the demo say to each other. Days are before the planting.

export type ConversationStep =
  | readonly [daysAgo: number, by: string, body: string, answers?: number]
  /** Changes what the same person said as the nth line, counted from one. */
  | readonly [daysAgo: number, by: string, deed: { edit: number; body: string }]
  | readonly [daysAgo: number, by: string, deed: { takeBack: number }]
  | readonly [daysAgo: number, by: string, deed: { word: 'agreed' | 'thanks' | 'on_it' | 'question' | 'read' | 'no'; to: number }]
  /** Has read to the end. */
  | readonly [daysAgo: number, by: string, deed: 'reads'];

export interface SeedConversation {
  /** With an agreement: the conversation that its signature opened. */
  about: { nda: string; signer: string } | { pitch: string; by: string; with?: string } | { group: string; pitch: string; by: string; with: readonly string[] } | { by: string; with: string };
  steps: readonly ConversationStep[];
}

const [maren, harriet, callum, rafe, bertil] = ['maren-oyelaran', 'harriet-osei-lund', 'quarrylight', 'bellingcourt-sons', 'bertil-okoye-lang'] as const;

export const conversations: readonly SeedConversation[] = [
  { about: { nda: 'salt-year', signer: harriet }, steps: [
    [91.2, harriet, 'Thank you for opening it so quickly. I read standing up, which I have not done since the spring.'],
    [91.1, maren, 'Which page did you sit down on?'],
    [91.0, harriet, 'Sixty-one.'],
    [90.9, maren, { word: 'thanks', to: 4 }],
    [60.0, harriet, 'I have put the question about the nights where it belongs, under the agreement, so that the answer is kept with it.'],
    [12.3, maren, 'Version 7 of the schedule is up. The tides are in it now.'],
    [12.2, harriet, { word: 'on_it', to: 6 }],
    [1.2, harriet, 'Read to sixty-one this morning. The vote is the best scene in it.'],
    [1.1, harriet, 'One question before Thursday: is the grant conditional on shooting before October?'],
    [1.0, maren, 'Yes: first day of photography by 30 September. Callum has the letter.', 8],
    [0.9, harriet, 'Then I would rather we were all in one room. Put the three of us together?'],
    [0.85, maren, { word: 'agreed', to: 10 }]] },
  { about: { pitch: 'salt-year', by: callum }, steps: [
    [150, callum, 'You will have had twenty of these. We made The Skerry Line for less than the ferry cost us and I would like to do the same for you, with a better ferry.'],
    [149, maren, 'I have had four, and none of them mentioned the ferry.'],
    [148.8, callum, 'Then I am coming north. Does the Tuesday boat still run?'],
    [148.7, maren, 'When it runs, it runs on Tuesdays.'],
    [20.1, callum, 'The board is at twenty-four days with seven nights. I can find you a twenty-fifth or a crane, not both.'],
    [20.0, maren, 'The day.'],
    [19.9, callum, { word: 'on_it', to: 6 }]] },
  { about: { group: 'Financing', pitch: 'salt-year', by: maren, with: [harriet, callum] }, steps: [
    [0.8, maren, 'Harriet, Callum. Callum, Harriet. You have been reading the same pages in different towns.'],
    [0.6, harriet, 'Two questions, then: is 24 days firm with seven nights in it, and does the grant letter say October or autumn?'],
    [0.55, callum, '24 is what the board says as of version 7. The letter says: first day of photography by 30 September. I have it here in three pages.', 3],
    [0.5, maren, 'On nights: five of the seven are the harbour office, which is a build. Only two are at the mercy of the weather.'],
    [0.48, harriet, { word: 'read', to: 5 }],
    [0.2, callum, 'And if we lose one to wind, the chapel is the cover set for bboth.'],
    [0.19, callum, { edit: 6, body: 'And if we lose one to wind, the chapel is the cover set for both.' }],
    [0.1, harriet, 'Good. Thursday at four, your time. I will bring the person who says no.'],
    [0.09, callum, { word: 'agreed', to: 7 }]] },
  { about: { pitch: 'salt-year', by: rafe }, steps: [
    [6.2, rafe, 'We have a staircase and a tank, and a line producer who has been seasick in both.'],
    [5.9, maren, 'Callum produces. But the tank interests me: how deep, and may it be dirty?'],
    [5.8, rafe, 'Four metres. It has never been anything else.'],
    [5.7, maren, 'reads'],
    [2.1, rafe, 'Sent the marked NDA, one clause. Our board wants Scottish law and will settle for English.'],
    [2.05, rafe, 'No hurry before the weekend.']] },
  { about: { nda: 'salt-year', signer: bertil }, steps: [
    [37.5, bertil, 'The whole script on one train, twice across the bridge. I would like to talk about winter.'],
    [37.1, maren, 'Winter is the only season we cannot move. Tell me.'],
    [36.8, bertil, 'Our fund pays for days north of sixty with snow lying. You have nine such days. Nobody has asked me for fewer than forty.'],
    [36.7, maren, 'Then we shall be a bargain.', 4],
    [5.2, bertil, 'Pages five and six again, last night. The committee meets on the second.'],
    [5.1, maren, { word: 'read', to: 6 }], [5.1, maren, 'reads']] },
  { about: { pitch: 'glasshouse', by: 'saoirse-dunmore-pike' }, steps: [
    [14.4, 'saoirse-dunmore-pike', 'I pass on nearly everything, so I say why. The slate is full until March; the second bed is the reason I am writing at all.'],
    [14.0, 'ottilie-brandt-nkemelu', 'A pass with a date in it. I shall have it framed, and ask again in March.'],
    [13.9, 'saoirse-dunmore-pike', { word: 'agreed', to: 2 }]] },
  { about: { pitch: 'glasshouse', by: maren }, steps: [
    [9.3, maren, 'I read the new ending in one sitting. Page 88 onwards is another film, and it is the better one.'],
    [8.9, 'ottilie-brandt-nkemelu', 'I was going to cut it on Monday. I have put the knife away.'],
    [4.4, 'ottilie-brandt-nkemelu', 'New ending again, page 88 onwards. Last time, I promise.'],
    [4.3, maren, { word: 'on_it', to: 3 }]] },
  { about: { nda: 'hard-water', signer: callum }, steps: [
    [48.8, callum, 'Eight hours of weather and not one forecast in it. Who is your cameraman’s mother and is she worried?'],
    [48.1, 'niamh-castellow', 'She is the second unit.'],
    [47.9, callum, 'I take everything back. Could we see the boat?'],
    [47.7, 'niamh-castellow', 'You can see most of it, most days.']] },
  { about: { nda: 'half-a-harbour', signer: bertil }, steps: [
    [9.6, bertil, 'The half that is missing is the interesting half. Is that a plan or an accident?'],
    [9.2, callum, 'It was an accident in the first draft.'],
    [9.1, bertil, { word: 'thanks', to: 3 }]] },
  // Requests: nobody has answered these.
  { about: { pitch: 'salt-year', by: 'gideon-raskell' }, steps: [
    [3.4, 'gideon-raskell', 'I was the youngest on a lighthouse tender in 1974 and can tell you what the cook said. No money, only the cook.']] },
  { about: { by: 'yuki-farrand-ito', with: maren }, steps: [
    [1.4, 'yuki-farrand-ito', 'My mother came from a place with a list on a door. Might I write to you about it before I read?'],
    [1.3, 'yuki-farrand-ito', 'It is not a long story.']] },
  { about: { by: 'zlatko-merriman', with: harriet }, steps: [
    [2.2, 'zlatko-merriman', 'You wrote that you only read ensembles. Line Nine has one passenger and forty-one people who will not let him alone. Does that count?']] },
];
