// The middle of Salt Year. A paragraph begins with what it is: # a slug line, @ a name, ( an aside, > speech; anything else is action.
export const scriptPages: readonly (readonly string[])[] = [
  [
    '#Ext. Slipway - dusk', 'The tide is a finger below the painted line. ADA walks the boat’s bow round with one hand, the way one turns a cow.', 'ISLA comes down the slip with the list in a bread bag against the wet.',
    '@Isla', '>Marr says he’ll come if his dog comes.', '@Ada', '>Then the dog comes.', '@Isla', '>The dog is dead, Mam.', 'Ada holds the bow where it is.', '@Ada', '>Since when?', '@Isla', '>Sunday. He wants it carried.',
    'Ada looks up the brae, at the one lit window, and does the sum of a dog.', '@Ada', '>Put the dog down on the list.', '@Isla', '(not writing)', '>As a passenger?', '@Ada', '>As a condition.',
  ],
  [
    '#Int. Marr’s kitchen - night', 'A table, a lamp, a box that held herring. MARR, seventies, has nailed it shut and is not finished nailing.', '@Ada', '>That’ll hold.', '@Marr', '>It held fish.',
    'He puts in one more. Isla stands where the coats are. There are three hooks and one coat.', '@Marr', '>They said on the wireless it’s four hundred years, this road.', '@Ada', '>They said that about the wireless.', '@Marr', '>Who’s going?', '@Ada', '>The Garrioch sisters. The school. Tammas, if somebody tells him in front of his brother what he owes.',
    '@Marr', '>And who tells him?', 'Ada takes the hammer out of his hand, looks at the head of it, and gives it back.', '@Ada', '>I’m carrying a dog, Marr. One thing at a time.',
  ],
  [
    '#Ext. Causeway - low water - day', 'What is left of the road. The posts go out in pairs, then one by one, then there is a post and no road.', 'A council SURVEYOR, twenties, waterproofs with the folds still in, has a staff and nobody to hold the other end.', '@Surveyor', '>Are you the ferry?', '@Ada', '>I’m what’s left of it.', 'She takes the staff without being asked and walks it out to the last post.', '@Surveyor', '(calling)', '>You don’t have to, I can manage with -', '@Ada', '>What does it say?',
    'He looks. He looks again.', '@Surveyor', '>Two metres ten.', '@Ada', '>It was two forty at the equinox.', '@Surveyor', '>Who measured it?', 'Ada shows him a notch in the post with her thumb. There are twenty-six of them.',
  ],
  [
    '#Int. Harbour office - night', 'Nine of them in a room for four. Wet wool. The radiator ticks. ROTH has moved his chair to the far side of the desk so that it is a desk.', '@Roth', '>The thirty-first. That is not me saying it.', '@Marr', '>Whose voice is it, then?', 'Nobody laughs. ADA, by the door, has not taken off her coat.',
    '@Ada', '>Ask them what happens on the first.', '@Roth', '(to the paper)', '>After the thirty-first no vessel is obliged.', '@Ada', '>Obliged. I’ve run that boat twenty-six years and nobody told me I was obliged.', 'She looks at the nine of them, one at a time, the way she counts fares.', '@Ada (cont’d)', '>Who’s going Thursday?', 'The radiator ticks. A hand goes up. It is ISLA’s.',
    '#Ext. Harbour wall - continuous', 'Through the window, from outside: the hand, still up. No one looking at it except her mother.',
  ],
  [
    '#Ext. Harbour wall - continuous', 'Below, the boat knocks against the wall. Twice. Then the rope goes slack and it stops.', '#Int. Harbour office - night', 'Roth writes one name on the sheet. He turns it round so that Ada can read it upside-down from where she is.', '@Roth', '>That’s one.', '@Ada', '>That’s a child, Roth.', '@Isla', '>I’m twenty-three.',
    'OLD TARROW, from the only good chair, where he has been asleep or has not:', '@Old Tarrow', '>She’s older than the slip was when I finished it.', '@Ada', '>You’re on the list, Dad.', '@Old Tarrow', '>I saw. You’ve spelt it right.', 'He gets up. It takes as long as it takes. Everyone looks at the radiator.', '@Old Tarrow (cont’d)', '>I’ll hold the door for them. Somebody has to be last out of a place.',
  ],
  [
    '#Ext. Slipway - night', 'Ada and Isla and the rope between them. The lamp at the head of the slip has a moth in it.', '@Isla', '>I had to. Nobody was going to.', '@Ada', '>You didn’t have to go first.', '@Isla', '>You always tell them it’s easier when somebody goes first.', 'Ada coils. She coils it well past what it needs.', '@Ada', '>I tell them that.', '@Isla', '>Is it not true?', '@Ada', '>It’s true for the ones who go second.',
    'Isla takes the other end out of her hand, gently, and makes it fast. It is her own knot. It holds.', '@Isla', '>Thursday, then.', '@Ada', '>Thursday’s the dog.',
  ],
];
