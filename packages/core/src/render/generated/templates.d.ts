/* Generated from packages/core/src/render/templates/ by `npm run generate`. Do not edit. */
/* eslint-disable */
/** Handlebars' precompiled templates by name; for its runtime alone. */
export declare const templates: Readonly<Record<string, object>>;
/** The page's style sheet. */
export declare const style: string;
/** Its hash as a content security policy names it. */
export declare const styleHash: string;
