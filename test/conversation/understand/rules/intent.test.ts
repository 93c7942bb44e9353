import { read } from '../sampleUnderstanding';

describe('what a message wants', () => {
  test.each([
    [
      'rule 1: a child met on patrol',
      'can you log Kai Brown 14 costello, festival place 1040, no reason, advised',
      'log_encounter',
      null,
    ],
    [
      'rule 1: a child seen on a numbered visit is a result',
      'visit 12 done, Kai seen, poorly, mum letting school know',
      'complete_visit',
      'V12',
    ],
    ['rule 2: a visit number elsewhere is none', 'mind the dog at visit 6', 'other', null],
    ['rule 3: a visit named by its road', "I'll take the visit on Kings Road", 'claim_visit', null],
    ['rule 3: no reply is a result', 'HV 9 no reply, card left', 'complete_visit', 'V9'],
    ['rule 3: a visit given back', "can't do v7 now, please put it back on the list", 'release_visit', 'V7'],
    ['rule 4: whether a child was met before', 'have we met Kai Brown before', 'find_child', null],
    ['rule 4: a panel is for a human', "when is Kai Brown's panel", 'other', null],
    ['rule 5: thanks that name a visit', 'thanks for sorting visit 12 Jane', 'other', null],
    ['rule 5: nobody seen', 'nil at festival place, moving to the malls', 'other', null],
    ['rule 5: the officer late', 'running late, bus broke down', 'other', null],
    ['rule 6: how to use the bot', 'how do i log two kids at once', 'help', null],
    ['rule 6: help needed somewhere', 'need help at the bus station please', 'other', null],
    ['rule 6: praise for a briefing', 'great briefing this morning, thanks', 'other', null],
    ['a visit near by is taken, not given back', "dibs on visit 4, it's 2 mins from me", 'claim_visit', 'V4'],
    ['a visit by its road', "I'll do the Sarum Hill one", 'claim_visit', null],
    ['who is to go', 'Show PC Rahman attending HV 23', 'claim_visit', 'V23'],
    ['a visit nobody is to leave with me', "Don't leave V12 with me, flat battery", 'release_visit', 'V12'],
    ['a number given back', 'passing 14 back, bad knee', 'release_visit', 'V14'],
    [
      'a colleague is asked for',
      "could do with a female officer at the bus stn, these 2 girls won't talk",
      'other',
      null,
    ],
    ['a list of words', 'Command list?', 'help', null],
    ['the briefing', 'briefing please', 'briefing', null],
    ['the visit list', "what's left on the visit list", 'list_visits', null],
    ['rule 34: numbers in words', "i'll take visit twenty", 'claim_visit', 'V20'],
    ['rule 34: "Number 5"', 'Number 5 completed, spoke to dad', 'complete_visit', 'V5'],
    ['an offer as a question', "is visit 3 free? I'm only 2 streets away", 'claim_visit', 'V3'],
    ['a visit accepted', 'Visit 8: accepted', 'claim_visit', 'V8'],
    ['an answer of yes', 'V10 yes I can', 'claim_visit', 'V10'],
    ['an answer of no', "V10 no I can't", 'release_visit', 'V10'],
    ['a shift that is over', 'my shift is over, V13 is still to do', 'release_visit', 'V13'],
    [
      'a result that cannot be had',
      'Unable to complete V15, called to custody. Reallocate.',
      'release_visit',
      'V15',
    ],
    ['a visit claimed in error', 'I claimed V8 by mistake', 'release_visit', 'V8'],
    ['what became of a family', 'Re visit 11: the family have left the address', 'complete_visit', 'V11'],
    ['a number without its word', 'happy to do 5 if visit still available', 'claim_visit', 'V5'],
    ['a house number is no visit', "I'll take the visit at 4 Elm Close", 'claim_visit', null],
    ['what the bot needs to be told', 'Which details are compulsory?', 'help', null],
    ['a mistake already sent', 'Sent that in error. Is there any means of withdrawing it?', 'help', null],
    ['where to look today', 'Where should we concentrate today?', 'briefing', null],
    ['homes still to be seen', "Which addresses haven't been visited?", 'list_visits', null],
    ['a child come to notice', 'Has a Daniel Okoro come to notice at all this year?', 'find_child', null],
    ['a thing asked of colleagues', 'Does anyone have a spare radio battery?', 'other', null],
    [
      'a result in a sentence of its own',
      "visit four is done nobody in i've put a card through",
      'complete_visit',
      'V4',
    ],
    [
      'a result of a second-language speaker',
      'Visit number 2 I was there. Mother speak only little English, boy has the fever',
      'complete_visit',
      'V2',
    ],
    [
      'a number that is put right',
      'thought it was V6, it was V16 - done, mum spoken to',
      'complete_visit',
      'V16',
    ],
    ['a bare number', 'Complete 14 - moved to Andover, neighbour says', 'complete_visit', 'V14'],
    [
      'a claim that gives its reason',
      'I know the family at visit 15, so let me have that one',
      'claim_visit',
      'V15',
    ],
    [
      'a visit someone else must take',
      "Visit number 17 needs another taker, I'm in court at 1",
      'release_visit',
      'V17',
    ],
    [
      'somebody on the way to a visit',
      'Raj is on his way to V11 with me, sat nav says 6 mins',
      'other',
      null,
    ],
    ['a question about a visit', "who's got V4?", 'other', null],
    ['a jacket is no visit', 'lost my hi vis at the sports centre', 'other', null],
    ['visits asked for in a question', 'visits nobody took, you can show me please?', 'list_visits', null],
    ['help in other words', 'And what I can ask you?', 'help', null],
    ['a rundown of the day', "Rundown of today's plan, please", 'briefing', null],
    ['prior contacts', 'Prior on: first name Rocky, surname Penfold, 12?', 'find_child', null],
    ['a name with a question mark', 'kai brown costello?', 'find_child', null],
    ['a short beginning of an encounter', 'kai brown 14', 'log_encounter', null],
    ['a short beginning with school and year', 'kai brown costello y10', 'log_encounter', null],
  ])('%s', (_, text, intent, visitRef) => {
    const reading = read(text);
    expect(reading.intent).toBe(intent);
    expect(reading.visitRef).toBe(visitRef);
  });

  test('rule 36: the first visit named counts, the others are kept beside it', () => {
    const reading = read('visits 7 and 8 done, no reply at either');
    expect(reading.visitRef).toBe('V7');
    expect(reading.furtherVisitRefs).toEqual(['V8']);
  });

  test('a question about a child names the child', () => {
    expect(read('anything known on kai brown 14 yr 9 costello').person).toEqual({
      givenName: 'Kai',
      familyName: 'Brown',
      age: 14,
      yearGroup: 9,
      school: 'The Costello School',
    });
  });

  test.each([
    ['lad 13 costello at festival place', 1],
    ['two girls y9 costello at the malls 1040', 2],
  ])('children nobody names begin an encounter: "%s"', (text, count) => {
    const { intent, encounters } = read(text);
    expect(intent).toBe('log_encounter');
    expect(encounters).toHaveLength(count);
    for (const child of encounters) expect(child.school).toBe('The Costello School');
  });

  test.each([
    ['has anybody had dealings with a hunter blakely before', 'Hunter', 'Blakely'],
    ["Can anyone see if Poppy Threlfall's been stopped again", 'Poppy', 'Threlfall'],
    ['Had him before? Surname Szabo, first name Levente', 'Levente', 'Szabo'],
  ])('who is asked about: "%s"', (text, givenName, familyName) => {
    expect(read(text).person).toMatchObject({ givenName, familyName });
  });
});
