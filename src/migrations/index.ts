import * as migration_20261121_031137_initial from './20261121_031137_initial';

export const migrations = [
  {
    up: migration_20261121_031137_initial.up,
    down: migration_20261121_031137_initial.down,
    name: '20261121_031137_initial'
  },
];
