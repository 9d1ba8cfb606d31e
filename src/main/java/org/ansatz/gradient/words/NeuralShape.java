package org.ansatz.gradient.words;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.gradient.embedding.NeuralLanguageModel;
import org.ansatz.gradient.numeric.Matrix;
import org.ansatz.gradient.words.Blocks.Block;

/**
 * The parameters of the neural language model as blocks.
 *
 * @param direct whether the context vectors are connected with the logits, besides by way of the hidden units
 */
record NeuralShape(int vocabulary, boolean direct) {

    private static final int INPUTS = Sizes.CONTEXT * Sizes.EMBEDDING;
    private static final int WITHOUT_DIRECT = 5;

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.normal("word features C", vocabulary, Sizes.EMBEDDING));
        blocks.add(Block.layer(INPUTS, "hidden weights H", Sizes.HIDDEN, INPUTS));
        blocks.add(Block.layer(INPUTS, "hidden bias d", 1, Sizes.HIDDEN));
        blocks.add(Block.layer(Sizes.HIDDEN, "output weights U", vocabulary, Sizes.HIDDEN));
        blocks.add(Block.layer(Sizes.HIDDEN, "output bias b", 1, vocabulary));
        if (direct) {
            blocks.add(Block.layer(INPUTS, "direct weights W", vocabulary, INPUTS));
        }
        return blocks;
    }

    /** How many blocks there are. */
    int count() {
        return direct ? WITHOUT_DIRECT + 1 : WITHOUT_DIRECT;
    }

    NeuralLanguageModel.Parameters parameters(List<Matrix> m) {
        return new NeuralLanguageModel.Parameters(
                m.get(0), m.get(1), m.get(2), m.get(3), m.get(4), direct ? m.get(WITHOUT_DIRECT) : null);
    }

    /** The matrices in the order of the blocks. */
    static List<Matrix> matrices(NeuralLanguageModel.Parameters parameters) {
        List<Matrix> matrices = new ArrayList<>(List.of(
                parameters.features(),
                parameters.hiddenWeights(),
                parameters.hiddenBias(),
                parameters.outputWeights(),
                parameters.outputBias()));
        Matrix direct = parameters.direct();
        if (direct != null) {
            matrices.add(direct);
        }
        return matrices;
    }
}
