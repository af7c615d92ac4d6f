import fc from 'fast-check';
import { localConfigFolder } from './local-config-folder.js';

const homes: Record<string, string> = { linux: '/home/ada', freebsd: '/home/ada', darwin: '/Users/ada', win32: 'C:\\Users\\ada' };

it.each<[string, Record<string, string>, string]>([
  ['linux', {}, '/home/ada/.config/benchline'],
  ['linux', { XDG_CONFIG_HOME: '/xdg' }, '/xdg/benchline'],
  ['linux', { XDG_CONFIG_HOME: 'xdg' }, '/home/ada/.config/benchline'],
  ['linux', { XDG_CONFIG_HOME: '' }, '/home/ada/.config/benchline'],
  ['linux', { APPDATA: '/appdata' }, '/home/ada/.config/benchline'],
  ['freebsd', {}, '/home/ada/.config/benchline'],
  ['darwin', {}, '/Users/ada/Library/Application Support/benchline'],
  ['darwin', { XDG_CONFIG_HOME: '/Users/ada/xdg' }, '/Users/ada/xdg/benchline'],
  ['darwin', { APPDATA: '/appdata' }, '/Users/ada/Library/Application Support/benchline'],
  ['win32', {}, 'C:\\Users\\ada\\AppData\\Roaming\\benchline'],
  ['win32', { APPDATA: 'D:\\Roaming' }, 'D:\\Roaming\\benchline'],
  ['win32', { APPDATA: 'D:/Roaming' }, 'D:\\Roaming\\benchline'],
  ['win32', { APPDATA: '\\\\server\\share\\ada' }, '\\\\server\\share\\ada\\benchline'],
  ['win32', { APPDATA: 'Roaming' }, 'C:\\Users\\ada\\AppData\\Roaming\\benchline'],
  ['win32', { APPDATA: 'D:\\Roaming', XDG_CONFIG_HOME: 'E:\\xdg' }, 'E:\\xdg\\benchline'],
])('on %s with %p it is %s', (platform, env, folder) => {
  expect(localConfigFolder({ platform, env, homeFolder: homes[platform]! })).toBe(folder);
});

it('is below the home folder wherever nothing else is named', () => {
  fc.assert(fc.property(fc.constantFrom(...Object.keys(homes)), fc.stringMatching(/^[a-z ]{1,8}$/), (platform, relative) => {
    const env = { XDG_CONFIG_HOME: relative, APPDATA: relative };
    expect(localConfigFolder({ platform, env, homeFolder: homes[platform]! }).startsWith(homes[platform]!)).toBe(true);
  }));
});
