/**
 * Routes: expressions over at most one field block each.
 */
@NullMarked
package org.ansatz.route;

import org.jspecify.annotations.NullMarked;
