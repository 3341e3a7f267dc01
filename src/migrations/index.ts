import * as migration_20261121_024553_initial from './20261121_024553_initial';

export const migrations = [
  {
    up: migration_20261121_024553_initial.up,
    down: migration_20261121_024553_initial.down,
    name: '20261121_024553_initial'
  },
];
