/** The training runs of the articles on gradients: a task, the course of its losses, and the optimum it is compared with. */
@NullMarked
package org.ansatz.gradient.training;

import org.jspecify.annotations.NullMarked;
