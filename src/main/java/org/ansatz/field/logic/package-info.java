/**
 * Boolean functions: binary decision diagrams, truth tables, and binary words made of functions.
 */
@NullMarked
package org.ansatz.field.logic;

import org.jspecify.annotations.NullMarked;
