import { people } from './person.ts';

export const moreCreators = people('creator', [
  ['Mihnea Carrow', 'mihnea@upperparish.example', null, 'Writer, director', 'Cluj-Napoca', 'Was a tax inspector for one winter. Makes horror and, for balance, animation about politics.', 210],
  ['Augusta Pell-Romero', 'augusta@collodion.example', null, 'Writer, director', 'Brisbane', 'Prints her own plates. One feature, one Western in finance, one darkroom the landlord has not seen.', 168],
  ['Dermot Askwith', 'dermot@nightporter.example', null, 'Creator, writer', 'Harrogate', 'Night porter, complaints handler, holiday rep: it all turned out to be research.', 163],
  ['Annick Verhaege-Poku', 'annick@reserve.example', null, 'Writer, director', 'Ghent', 'Six years in a museum’s basement, three of them on strike.', 159],
  ['Joelle Baptiste-Crane', 'joelle@savannahroad.example', null, 'Creator, showrunner', 'Port of Spain', 'Writers’ rooms in three countries. Keeps a calypso for every character before she names them.', 154],
  ['Yann Kerbrat-Osei', 'yann@hollowtree.example', 'Hollow Tree Animation', 'Director, animator', 'Brest', 'Grew up in a keeper’s cottage after the keeper had gone. Two shorts, one walking building.', 195],
  ['Ilse Tarnowska-Reid', 'ilse@deadletters.example', null, 'Writer, director', 'Gdynia', 'Historian of small offices. Three features, each with fewer exteriors than the last.', 190],
  ['Marit Holm-Achebe', 'marit@polarnight.example', null, 'Writer, director', 'Tromsø', 'Two winters south as a station cook. Came back with a script, and with an opinion on powdered egg.', 138],
  ['Kofi Lindqvist', 'kofi@manifest.example', null, 'Writer, director', 'Gothenburg', 'Ship’s engineer for eight years on vessels with progressively fewer people on them.', 133],
  ['Chidera Banwell', 'chidera@parlourcourt.example', null, 'Creator, director', 'Lagos', 'Trained as a lawyer. Settles more cases now.', 129],
  ['Gwenllian Prosser-Shah', 'gwenllian@upline.example', null, 'Writer', 'Aberystwyth', 'Three television films, all with trains. The superheroes are a departure.', 241],
  ['Zlatko Merriman', 'zlatko@deveta.example', null, 'Writer, director', 'Zagreb', 'Composer’s son, tone deaf. Director of two features and a brass band.', 118],
  ['Mei-Yun Fairclough', 'meiyun@tinvalley.example', null, 'Writer, director', 'Ipoh', 'Stunt coordinator until her knee decided otherwise. Writes for people with knees like hers.', 372],
  ['Calder Ruiz-Whitman', 'calder@karst.example', null, 'Writer, director', 'Tampa, Florida', 'One satire, one thriller, no house within forty metres of limestone.', 107],
  ['Salvo Indelicato-Grey', 'salvo@contrabanda.example', null, 'Writer, director', 'Ragusa', 'Second clarinet, retired.', 99],
  ['Xochitl Arden-Ruiz', 'xochitl@velas.example', null, 'Writer, director', 'Oaxaca', 'Documentaries about processions until one of them went wrong in an interesting way.', 92],
  ['Bilal Harcourt-Mirza', 'bilal@rooftop.example', null, 'Writer, director', 'Lahore', 'Kept pigeons before he kept notebooks. First feature.', 87],
  ['Rosalind Teague-Amadi', 'rosalind@halflandlord.example', null, 'Writer, director', 'Norwich', 'Letting agent for two years, actress for six, neither any more.', 120],
  ['Dalisay Monk-Rivera', 'dalisay@habalhabal.example', null, 'Director', 'Quezon City', 'Action director who insists on real traffic and has the insurance letters to prove it.', 74],
  ['Paola Wrenfield-Sosa', 'paola@cancha.example', null, 'Documentary director', 'Montevideo', 'Films people over seventy because they finish their sentences.', 321],
]);
