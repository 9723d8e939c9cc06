// Word lists of the bulk market, most used first: a skewed draw makes the head of each list common and its tail rare.
const list = (text: string): readonly string[] => text.trim().split(/\s+/);

export const nouns = list(`
house river night letter road winter daughter border harbour bridge orchard wedding silence engine island garden train mirror kitchen voice debt storm fire map door
summer photograph hotel tower bell salt ship machine garment ledger factory school theatre hospital valley mountain desert forest market station radio piano cinema
archive shadow inheritance trial promise rumour tide glass stone paper bird horse dog wolf hare heron bee moth fish orange lemon bread sugar coffee coal copper tin
gold silver wire rope knife needle button coat glove boot umbrella suitcase lamp candle clock calendar ticket stamp coin key lock window roof stair cellar attic well
canal dam quarry mine mill yard dock lighthouse ferry tram bicycle lorry caravan balloon kite violin trumpet drum choir dance feast funeral harvest drought flood frost
snow fog thunder eclipse comet satellite telescope compass ruler scale seed root branch leaf thorn honey milk wool silk linen leather wax ink chalk clay brick marble
plaster mortar fence gate hedge field meadow marsh dune reef delta cape strait canyon plateau glacier volcano spring fountain cistern aqueduct viaduct tunnel crossing
junction terminus depot warehouse arcade boulevard courtyard cloister chapel cathedral mosque temple shrine monastery embassy consulate tribunal parliament barracks
fortress rampart trench signal code cipher testament verdict alibi confession pardon ransom wager auction inventory invoice receipt mortgage pension lottery strike
census survey rehearsal overture intermission understudy prompter puppet mask costume backdrop curtain balcony orchestra refrain lullaby ballad anthem
`);
export const adjectives = list(`
last quiet long small old lost broken empty hidden cold hard bright second slow dark narrow wild open stolen borrowed unfinished provisional distant hollow bitter gentle
crooked silver northern southern eastern western burnt drowned frozen painted patient stubborn reluctant honest ordinary invisible temporary permanent forgotten
forbidden unlikely impossible careful careless faithful faithless idle restless sleepless nameless homeless fearless weightless endless salted unpaid unsent unopened
untranslated unmarked unclaimed undelivered overgrown underwater abandoned inherited imported smuggled counterfeit official unofficial municipal provincial imperial
republican clandestine seasonal nocturnal tidal coastal alpine arctic tropical volcanic electric mechanical magnetic porcelain wooden woollen paper brass copper iron
`);
export const occupations = list(`
teacher detective farmer nurse soldier widow smuggler pilot interpreter photographer baker surgeon librarian forger translator carpenter translator locksmith beekeeper
ferryman lighthouse-keeper archivist seamstress gravedigger botanist surveyor clockmaker welder shepherd postwoman conductor gambler magician diplomat journalist
chemist geologist astronomer glaciologist cartographer taxidermist puppeteer bookbinder cellist tuner projectionist stenographer telegraphist bailiff notary customs-officer
auctioneer pawnbroker midwife undertaker sexton organist brewer butcher fishmonger greengrocer florist gardener arborist falconer gamekeeper poacher trapper miner
stonemason glazier plumber roofer tiler plasterer upholsterer cobbler tailor milliner weaver dyer printer typesetter engraver restorer conservator curator
`);
export const verbs = list(`
discovers hides steals returns follows buries translates repairs invents inherits loses finds forges records measures sells burns rebuilds defends betrays rescues escapes
crosses counts paints photographs remembers forgets denies confesses trades smuggles repays rehearses conducts maps floods guards opens closes collects restores replaces
`);
export const genreTurns = list('before after during without against despite because until while although');
export const given = list(`
Ada Amara Anselm Asha Aurel Basil Beatriz Bela Bruna Callista Cato Ciro Dalia Daria Dov Edda Efe Elif Emeka Enzo Esme Farid Fenna Filip Gaia Goran Greta Hana Hugo Idris Ilka
Imre Ines Ivo Jana Joao Juno Kaya Kemal Kira Lale Leif Lena Lior Luca Mads Maeve Malik Mara Mateo Mina Nadia Nils Noor Nuno Oda Odile Omar Orla Otto Paz Petra Pia Quentin Rafa
Rania Rhea Rosa Rune Saba Sanna Selma Sora Stellan Tariq Tess Tilda Tomas Ulla Uma Vera Viggo Wanda Wim Xenia Yara Yusuf Zainab Zeno Zora
`);
export const surnames = list(`
Abara Adler Aguirre Almeida Amsel Anders Ashdown Bako Barros Bellamy Berg Bianchi Blom Boateng Brandt Brook Calder Castell Chau Conti Cordero Crane Dahl Danso Delacroix Dias
Doyle Draper Drummond Eaton Ekholm Engel Eze Faber Farouk Fell Ferrand Fischer Flores Fox Gale Garrick Ghosh Grey Haddad Hale Halloran Hansen Harrow Hayashi Heller Holm Hsu
Ibarra Ito Iyer Jansen Jarvis Kamara Kane Karim Katz Keller Kimura Kovac Kruger Lam Lang Larkin Leclerc Lindt Lopez Lund Mahler Marsh Mbeki Mendes Mercer Moreau Nair Nash
Novak Oduya Okafor Olsen Orlov Osei Palmer Park Patel Pell Quaye Quinn Ramos Rao Reyes Rossi Sato Sayers Schmidt Sen Silva Sokol Stark Strand Suzuki Tanaka Thorne Torres
Tran Vance Varga Vega Voss Wahlberg Walsh Weiss Wray Yilmaz York Zeller Zhou
`);
