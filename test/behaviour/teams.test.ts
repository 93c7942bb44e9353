import { caringForTheChild } from './caringForTheChild';
import { changingEncounters } from './changingEncounters';
import { describeOnPlatform } from './describeOnPlatform';
import { designatedPlace } from './designatedPlace';
import { everythingOnce } from './everythingOnce';
import { handingOver } from './handingOver';
import { hostileText } from './hostileText';
import { startTeams } from './platforms/teams';
import { powerOfRemoval } from './powerOfRemoval';
import { recordingEncounters } from './recordingEncounters';
import { trickyChanges } from './trickyChanges';
import { whoMaySee } from './whoMaySee';

describeOnPlatform('Teams', startTeams, (room) => {
  describe('recording', () => recordingEncounters(room));
  describe('putting right', () => changingEncounters(room));
  describe('caring for the child', () => caringForTheChild(room));
  describe('at the designated place', () => designatedPlace(room));
  describe('the power of removal', () => powerOfRemoval(room));
  describe('handing over', () => handingOver(room));
  describe('off the main road', () => trickyChanges(room));
  describe('who may see', () => whoMaySee(room));
  describe('hostile text', () => hostileText(room));
  describe('everything once', () => everythingOnce(room));
});
