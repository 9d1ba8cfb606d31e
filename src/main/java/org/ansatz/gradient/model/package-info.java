/** Models whose scores are linear in their parameters, with any loss on top, gradient descent, and Adam. */
@NullMarked
package org.ansatz.gradient.model;

import org.jspecify.annotations.NullMarked;
