/** Each table more costs every test that copies a template; two parts are enough to go wrong between. Migrations try the real number. */
export const testPartitions = 2;
