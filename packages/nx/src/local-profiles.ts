import type { TargetInput } from './tool-inputs.js';

/**
 * Profiles outside of the workspace (the user's own, and those of BENCHLINE_PROFILE_DIR), whose noise floors and thresholds a verdict may take. Nx sees no files
 * there, so a program that it runs when it hashes the task prints them; quotes are such that sh and cmd read them alike.
 */
export const localProfiles: TargetInput = {
  runtime: `node -e "${[
    "const f=require('fs'),p=require('path'),e=process.env",
    "const w=process.platform==='win32',u=w?['AppData','Roaming']:process.platform==='darwin'?['Library','Application Support']:['.config']",
    "const h=[e.XDG_CONFIG_HOME,w&&e.APPDATA].find((d)=>d&&p.isAbsolute(d))||p.join(require('os').homedir(),...u)",
    "const l=[e.BENCHLINE_PROFILE_DIR,p.join(h,'benchline','profiles')].filter((d)=>d&&f.existsSync(d))",
    "for(const d of l)for(const n of f.readdirSync(d,{recursive:true}).sort())if(n.endsWith('.json'))console.log(n,f.readFileSync(p.join(d,n),'utf8'))",
  ].join(';')}"`,
};
