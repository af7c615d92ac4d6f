export { renderAuditPage, type AuditPage } from './audit-page.js';
