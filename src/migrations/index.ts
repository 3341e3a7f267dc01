import * as migration_20261121_040353_initial from './20261121_040353_initial';

export const migrations = [
  {
    up: migration_20261121_040353_initial.up,
    down: migration_20261121_040353_initial.down,
    name: '20261121_040353_initial'
  },
];
