// Made-up people: 50 given names and 40 family names make 2,000 pupils of different names.
const givenNames =
  'Aisha Alfie Amelia Archie Ava Bailey Ben Callum Charlie Chloe Connor Daisy Daniel Ella Ellie Emily Ethan Evie ' +
  'Finley Freya George Grace Hannah Harry Isla Jack Jacob Jake Jasmine Jayden Kai Katie Leo Lewis Lily Logan Lucy ' +
  'Luke Mason Maya Megan Mia Millie Mohammed Noah Oliver Poppy Riley Ruby Zara';
const familyNames =
  'Adams Ahmed Bailey Barnes Bennett Brown Campbell Carter Clarke Collins Cooper Cox Davies Edwards Ellis Evans ' +
  'Foster Green Hall Harris Hughes Jackson Khan Kelly Marsh Mills Morgan Murphy Parker Patel Pike Price Reid ' +
  'Shaw Stone Turner Ward Watson Webb Wood';

const given = givenNames.split(' ');
const family = familyNames.split(' ');

/** The name of the nth pupil; every 2,000 they come round again. */
export function pupilName(index) {
  return {
    givenName: given[index % given.length],
    familyName: family[Math.floor(index / given.length) % family.length],
  };
}
