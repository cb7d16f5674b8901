/** Pages for people: what there is, in HTML that works without scripts. Each stands at its document's address where there is one, for browsers. */
package dev.covenant.registry.api.page;
