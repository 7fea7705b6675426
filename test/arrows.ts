/** What each folder may import from: the arrows test, cli -> api -> properties -> theorems -> src, and web -> theorems -> src. */
export const allowed: Readonly<Record<string, readonly string[]>> = {
  src: ['src'],
  theorems: ['theorems', 'src'],
  properties: ['properties', 'theorems', 'src'],
  api: ['api', 'properties', 'theorems', 'src'],
  cli: ['cli', 'api', 'properties', 'theorems', 'src', 'scripts'],
  web: ['web', 'theorems', 'src'],
};
