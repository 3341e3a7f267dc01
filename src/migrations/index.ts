import * as migration_20261121_025201_initial from './20261121_025201_initial';

export const migrations = [
  {
    up: migration_20261121_025201_initial.up,
    down: migration_20261121_025201_initial.down,
    name: '20261121_025201_initial'
  },
];
