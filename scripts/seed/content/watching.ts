// What the three who can sign in have on their lists, with their own notes; nobody else ever reads these.

export type SeedWatch = { by: string; pitch: string; folder: string; note: string };

export const watching: readonly SeedWatch[] = [
  { by: 'harriet-osei-lund', pitch: 'salt-year', folder: 'Reading', note: 'Stopped at 61 on purpose. Ask Callum about nights before Thursday.' },
  { by: 'harriet-osei-lund', pitch: 'half-a-harbour', folder: 'Reading', note: 'Same producer. One of these two, not both, in one year.' },
  { by: 'harriet-osei-lund', pitch: 'dead-reckoning-for-beginners', folder: 'Reading', note: '' },
  { by: 'harriet-osei-lund', pitch: 'second-language', folder: 'Early', note: 'Wait for a director. If it is Maren, call the same day.' },
  { by: 'harriet-osei-lund', pitch: 'the-names-in-order', folder: 'Early', note: 'A crowd that answers. Nobody will finance it and somebody should.' },
  { by: 'harriet-osei-lund', pitch: 'the-bishops-bees', folder: 'Early', note: '' },
  { by: 'harriet-osei-lund', pitch: 'six-hours-of-daylight', folder: 'Ours', note: 'Credit due 31 March.' },
  { by: 'harriet-osei-lund', pitch: 'paper-lions', folder: 'Ours', note: 'Report overdue. Ring, do not write.' },
  { by: 'harriet-osei-lund', pitch: 'terminal-moraine', folder: 'Ours', note: '' },
  { by: 'harriet-osei-lund', pitch: 'second-unit', folder: 'Ours', note: 'Paid back. Send a card to Remy and Pauline.' },
  { by: 'harriet-osei-lund', pitch: 'marrow', folder: 'Ours', note: '' },
  { by: 'quarrylight', pitch: 'kestrel', folder: 'Not ours, but', note: 'Vane has it. Watch what the birds cost him.' },
  { by: 'quarrylight', pitch: 'winter-over', folder: 'Weather', note: 'Interiors in Tromsø. Who has the Norwegian half?' },
  { by: 'quarrylight', pitch: 'six-hours-of-daylight', folder: 'Weather', note: '' },
  { by: 'quarrylight', pitch: 'second-language', folder: 'Read again', note: 'Ferry days shared with Salt Year? Ask Harpreet.' },
  { by: 'quarrylight', pitch: 'breath-hold', folder: 'Read again', note: '' },
  { by: 'maren-oyelaran', pitch: 'second-language', folder: '', note: 'Say yes, or say no. By Friday.' },
  { by: 'maren-oyelaran', pitch: 'standing-water', folder: '', note: 'How she does the water line.' },
  { by: 'maren-oyelaran', pitch: 'the-weighbridge', folder: '', note: '' },
];
