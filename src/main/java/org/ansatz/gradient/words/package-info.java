/**
 * The models of the articles on word embeddings as they are trained: a task, its course, and the words that a trained model
 * answers with.
 *
 * <p>The parameters of a model lie in one row of numbers, as {@link org.ansatz.gradient.words.Blocks} says.
 */
@NullMarked
package org.ansatz.gradient.words;

import org.jspecify.annotations.NullMarked;
