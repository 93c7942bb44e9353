import { noticeSigns } from '../../../../src/conversation/understand/concern/noticeSigns';

describe('signs that somebody may have to worry', () => {
  test.each([
    ['Kai Brown 8 costello, alone in the malls, crying and wont say why', ['in_tears']],
    ['girl about 9 sobbing by the fountain, very upset', ['in_tears']],
    ['bruises on his arms, says he fell', ['hurt']],
    ['black eye, wouldnt say how', ['hurt']],
    ['he has marks round his neck', ['hurt']],
    ['says stepdad hits him', ['hurt']],
    ['limping badly, no reason given', ['hurt']],
    ['with a man who wouldnt say who he was', ['adult_unknown']],
    ['older man with her who refused to give his name', ['adult_unknown']],
    ['going to see a lad she met online', ['adult_unknown']],
    ['scared to go home', ['afraid']],
    ['doesnt want to go home and asked us not to ring her mum', ['afraid']],
    ['not eaten since yesterday, filthy', ['not_cared_for']],
    ['slept in the park last night', ['not_cared_for']],
    ['reported missing from her childrens home', ['missing']],
    ['ran away from home on friday', ['missing']],
    ['two phones and a wad of cash', ['exploited']],
    ['cuts all up her arms, says she wants to die', ['self_harm']],
    ['smelt of alcohol and unsteady', ['substances']],
    ['had a knife in his bag', ['weapon']],
  ])('“%s”', (text, signs) => {
    expect(noticeSigns(text)).toEqual(expect.arrayContaining(signs));
  });

  test.each([
    'Kai Brown 14 costello, festival place 1040 w 2 mates, says dentist, walked him back',
    'no injuries, not crying, happy to talk',
    'says he has a headache and is going home, taken home',
    'mum and ruby in eastrop park, inset day, left with mum',
    'off to see her nan in hospital with her dad',
    'laughing so much they were crying',
    'burning off energy on his bike, no reason',
    'hasnt got a coat, going to buy one with mum',
    'ran off when he saw us',
    'says he missed the bus, walked in with us',
    'went out to greggs at lunch break',
    'going swimming, trunks in his bag',
    'on work experience at the vets, cut his hours',
    'says her phone is in school',
  ])('“%s” has none', (text) => {
    expect(noticeSigns(text)).toEqual([]);
  });
});
