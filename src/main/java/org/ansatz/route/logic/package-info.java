/**
 * Boolean functions: binary decision diagrams, truth tables, and binary words made of functions.
 */
@NullMarked
package org.ansatz.route.logic;

import org.jspecify.annotations.NullMarked;
