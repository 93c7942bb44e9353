/**
 * Everything a test needs to be Microsoft Teams: people at clients (`teamsActivities`), Microsoft's servers
 * (`startTeamsServer`), and eyes for cards (`buttonOf`, `textOf`, `fillIn`).
 */
export * from './teamsActivities';
export * from './teamsCards';
export * from './teamsServer';
export * from './teamsSigner';
