// What the best known of the demo people say that they have made, newest first. Nobody checks these, and the profile says so.
import type { Credit } from '../../../worker/features/people/schema.ts';

const made = (title: string, year: number | null, role: string, note = ''): Credit => ({ title, year, role, note });

export const credits: Readonly<Record<string, readonly Credit[]>> = {
  'maren-oyelaran': [made('Low Door', 2022, 'Writer, director', 'Short. Thirty-one festivals and one ferry.'), made('Slack Water', 2019, 'Director', 'Short, 11 minutes.'), made('The Harbour Hours', 2017, 'Script editor', 'Radio drama, six parts.')],
  quarrylight: [made('Wrackline', 2022, 'Producer', 'Feature. 26 shoot days, delivered on the day.'), made('The Last Fathom', 2019, 'Producer', 'Feature.'), made('Minutes of the Last Meeting', 2020, 'Producer', 'Feature.'), made('Cold Start', 2015, 'Line producer', 'Limited series, four parts.')],
  'una-halcrow-dane': [made('Simmer Dim', 2021, 'Writer, director', 'Short.'), made('Eleven Winters', 2018, 'Producer, presenter', 'Radio documentary.')],
  'ottilie-brandt-nkemelu': [made('Rootstock', 2020, 'Playwright', 'Stage, Bristol. A play about grafting.'), made('Pane by Pane', 2023, 'Writer', 'Short.')],
  'teodor-marchbank': [made('Sworn', 2020, 'Writer, director', 'Short.'), made('The Notary’s Cat', 2017, 'Writer, director', 'Short.')],
  'joss-arkwright-bello': [made('Tradecraft for Beginners', 2021, 'Director', 'Returning series, second season.'), made('Tradecraft for Beginners', 2019, 'Director', 'Returning series, first season.')],
  'niamh-castellow': [made('The Estuary', 2022, 'Showrunner', 'Limited series, six parts.'), made('Grey Belt', 2018, 'Staff writer', 'Returning series.')],
  'sunniva-adeyemi-roth': [made('Lane Nine', 2021, 'Writer, director', 'Short, in competition.'), made('Ten Seconds of Air', 2018, 'Writer, director', 'Short, in competition.')],
  'delphine-okafor-reyes': [made('Route Seven', 2022, 'Director', 'Feature. Sold to eleven territories.'), made('What the Floor Said', 2017, 'Writer, director', 'Feature.')],
  'perpetua-haldane': [made('Cold Room', 2023, 'Writer, director', 'Short, 12 minutes.'), made('The Cold Counter', 2020, 'Writer, director', 'Short.')],
  'aurelio-tamsin-vogt': [made('Firn', 2019, 'Director, camera', 'Documentary, 58 minutes.')],
  'gaspard-ilunga-wray': [made('Protocol Nine', 2021, 'Writer', 'Feature.'), made('The Second Interpreter', 2017, 'Writer', 'Feature, funny on purpose.')],
  'reiko-vandermeer-oda': [made('Second Bell', 2022, 'Writer, director', 'Feature.'), made('No Refunds after Six', 2019, 'Writer, director', 'Feature.')],
  'harriet-osei-lund': [made('Wrackline', 2022, 'Executive producer', 'Equity, recouped in the second year.'), made('The Last Fathom', 2019, 'Executive producer')],
  'bertil-okoye-lang': [made('Wrackline', 2022, 'Co-producer')],
  'bellingcourt-sons': [made('The Upper Landing', 2021, 'Production company', 'Limited series, four parts. A good staircase.'), made('Mourning Stationery', 2016, 'Production company', 'Feature.')],
};
