import type HandlebarsModule from 'handlebars';
import * as runtime from 'handlebars/runtime';
import { style, styleHash, templates } from '../generated/templates.js';
import { visible } from '../escape.js';

/** The package's types leave the runtime's own entry empty. */
const handlebars = (runtime as unknown as { default: typeof HandlebarsModule }).default.create();
for (const [name, template] of Object.entries(templates)) handlebars.registerPartial(name, handlebars.template(template as TemplateSpecification));

/** Renders a precompiled template: every text made visible here, and escaped for HTML by the template itself. */
export function renderTemplate(name: string, view: object): string {
  const template = handlebars.partials[name] as HandlebarsTemplateDelegate;
  return template({ ...(visibleView(view) as object), style, styleHash });
}

function visibleView(value: unknown): unknown {
  if (typeof value === 'string') return visible(value);
  if (Array.isArray(value)) return value.map(visibleView);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, visibleView(inner)]));
}
