// Those with money, and those who make the films.
import { people } from './person.ts';

export const investors = people('investor', [
  ['Harriet Osei-Lund', 'harriet@fenwater.example', 'Fenwater Partners', 'Partner, Fenwater Partners', 'Edinburgh', 'Two ensemble dramas a year, budgets to five million. Reads the script before the deck and says which page she stopped on.', 398],
  ['Imke Norrgate', 'imke@aldermoor.example', 'Aldermoor Film Fund', 'Partner, Aldermoor Film Fund', 'Hamburg', 'Gap and mezzanine for features with a sales agent. Answers within a week, also when the answer is no.', 380],
  ['Saoirse Dunmore-Pike', 'saoirse@pikeslate.example', 'Pike Slate Finance', 'Managing director, Pike Slate Finance', 'Dublin', 'Slate investor. Slate currently full, which she says in the first line.', 362],
  ['Ekow Vandersloot', 'ekow@brasskey.example', 'Brass Key Capital', 'Principal, Brass Key Capital', 'Accra', 'African and diaspora features between half a million and three. Likes a producer who has delivered late and said so.', 331],
  ['Lionel Marchetti-Boateng', 'lionel@gantrystreet.example', 'Gantry Street Capital', 'Partner, Gantry Street Capital', 'Toronto', 'Tax-credit lending and bridge. Not romantic about it.', 322],
  ['Priya Ashgrove-Menon', 'priya@tamarindhill.example', 'Tamarind Hill Family Office', 'Film and culture, Tamarind Hill', 'Bengaluru', 'Patient equity in six or seven films at a time. Asks for the wrap book.', 295],
  ['Bertil Okoye-Lang', 'bertil@skerrylight.example', 'Skerry Light Fund', 'Investment director, Skerry Light Fund', 'Gothenburg', 'Co-production money for the Nordic half of a budget. Prefers winter shoots for reasons he does not give.', 274],
  ['Carmen Iturralde-Voss', 'carmen@ramblamezz.example', 'Rambla Mezzanine', 'Partner, Rambla Mezzanine', 'Barcelona', 'Gap against unsold territories, animation included. Reads collection account agreements on trains.', 247],
  ['Desmond Achterlo', 'desmond@achterlo.example', null, 'Angel investor', 'Cape Town', 'Retired distributor. Small cheques, early, for first features with a producer on the second.', 221],
  ['Yuki Farrand-Ito', 'yuki@kandaslate.example', 'Kanda Slate', 'Head of investment, Kanda Slate', 'Tokyo', 'Genre under three million, sports at any price she can defend.', 193],
  ['Thandeka Moorcroft', 'thandeka@proteascreen.example', 'Protea Screen Ventures', 'Founder, Protea Screen Ventures', 'Johannesburg', 'Series with a second season already outlined. Documentary when it changes her mind.', 152],
  ['Gideon Raskell', 'gideon@raskell.example', null, 'Angel investor', 'Chicago', 'Made his money in cold storage. Backs comedies and, once, a film about cold storage.', 101],
]);

export const companies = people('production', [
  ['Callum Ofori-Strand', 'callum@quarrylight.example', 'Quarrylight', 'Producer, Quarrylight', 'Glasgow', 'Three features delivered, on the day that was on the schedule. Looks for first and second features with weather in them.', 401],
  ['Rafe Bellingcourt', 'rafe@bellingcourt.example', 'Bellingcourt & Sons', 'Head of production, Bellingcourt & Sons', 'London', 'Fourth generation of a company that has been about to close since 1931. Period, crime, anything with a good staircase.', 377],
  ['Vane Harrowgate-Asante', 'vane@harrowandvane.example', 'Harrow & Vane', 'Producer, Harrow & Vane', 'London', 'Thrillers with one good idea and the discipline to have only one.', 349],
  ['Rosalba Tchen', 'rosalba@borastreet.example', 'Bora Street Films', 'Producer, Bora Street Films', 'Trieste', 'Two co-productions a year across three borders, all of them within walking distance.', 346],
  ['Morwenna Laskey', 'morwenna@hollowtree.example', 'Hollow Tree Animation', 'Producer, Hollow Tree Animation', 'Brest', 'Feature animation by hand, forty people, one kettle.', 290],
  ['Anand Kurien-Wells', 'anand@secondmonsoon.example', 'Second Monsoon', 'Producer, Second Monsoon', 'Kochi', 'Malayalam and English features that shoot in the rain on purpose.', 244],
  ['Folasade Gentry', 'folasade@lagoonroad.example', 'Lagoon Road', 'Executive producer, Lagoon Road', 'Lagos', 'Web and television. Makes ten hours for the price of somebody else’s one and is looking for the eleventh.', 178],
  ['Oona Thackeray-Bose', 'oona@nightbus.example', 'Nightbus Television', 'Creative director, Nightbus Television', 'Manchester', 'Half-hours, and formats that do not need a host to explain them.', 136],
]);
