const saying = [
  'says dentist',
  'says poorly',
  'on her own, no reason given',
  'with mum, going to the doctors',
];

/** One encounter in words by each officer of a district. */
export function officersMessages({ officers, pupils, schools, places }) {
  const schoolNames = new Map(schools.map((school) => [school.id, school.name]));
  return officers.map(({ userId }, index) => {
    const { givenName, familyName, yearGroup, schoolId } = pupils[(index * 5) % pupils.length];
    const place = places[index % places.length].name;
    const who = `${givenName} ${familyName} yr ${yearGroup} ${schoolNames.get(schoolId)}`;
    return { user: userId, text: `${who} at ${place}, ${saying[index % saying.length]}` };
  });
}
