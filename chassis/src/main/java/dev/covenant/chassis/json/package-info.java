/** One strict JSON reader and writer for requests, answers and stored documents. */
package dev.covenant.chassis.json;
