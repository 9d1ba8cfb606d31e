/**
 * Routes: expressions over at most one field block each, and the one list of block kinds.
 */
@NullMarked
package org.ansatz.route;

import org.jspecify.annotations.NullMarked;
