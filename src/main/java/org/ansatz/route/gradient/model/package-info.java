/** Models whose scores are linear in their parameters, with any loss on top, and gradient descent. */
@NullMarked
package org.ansatz.route.gradient.model;

import org.jspecify.annotations.NullMarked;
