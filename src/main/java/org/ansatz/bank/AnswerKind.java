package org.ansatz.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ansatz.bank.AnswerReader.Read;
import org.ansatz.bank.AnswerReader.Stated;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.type.Type;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Tolerance;
import org.ansatz.quantity.Unit;
import org.ansatz.statement.ToleranceReader;

/**
 * A kind of answer as problem files state it. All are in one list; what else must be said of one, see {@link Answer}.
 *
 * @param word what stands in the field {@code kind}
 * @param of whether it is of something: {@code of: {t: 0 s..1 s}}
 * @param fields reads what stands beside it
 */
record AnswerKind(String word, Of of, FieldsReader fields) {

    /** Every kind. */
    static final List<AnswerKind> ALL = List.of(
            new AnswerKind("mcq", Of.ALLOWED, stated -> OptionsReader.read(stated, Answer.OneOf::new)),
            new AnswerKind("msq", Of.ALLOWED, stated -> OptionsReader.read(stated, Answer.AllOf::new)),
            new AnswerKind("nat", Of.NOTHING, stated -> number(stated, Type.real(stated.dimension()))),
            new AnswerKind("number", Of.NOTHING, stated -> number(stated, Type.real(stated.dimension()))),
            new AnswerKind("complex", Of.NOTHING, stated -> number(stated, Type.complex(stated.dimension()))),
            new AnswerKind("formula", Of.NEEDED, AnswerKind::formula),
            new AnswerKind("waveform", Of.NEEDED, AnswerKind::formula));

    /** Whether a kind of answer is a function of something. */
    enum Of {
        /** It is a function. */
        NEEDED,
        /** Its options may be formulas. */
        ALLOWED,
        /** It is one value: a key and a reply are held against one. */
        NOTHING
    }

    /** Reads the fields of one kind of answer. */
    interface FieldsReader {
        /**
         * The answer that is stated.
         *
         * @throws org.ansatz.field.block.Refused after reporting what is wrong with it
         */
        Read read(Stated stated);
    }

    /** The words for all kinds. */
    static List<String> words() {
        List<String> words = new ArrayList<>();
        for (AnswerKind kind : ALL) {
            words.add(kind.word);
        }
        return words;
    }

    /** The kind of this word, which is one of {@link #words}. */
    static AnswerKind called(String word) {
        for (AnswerKind kind : ALL) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(word);
    }

    private static Read number(Stated stated, Type type) {
        Unit unit = stated.unit();
        Tolerance tolerance = ToleranceReader.read(stated.fields(), type, unit, stated.scope());
        return new Read(new Answer.Number(stated.kind(), type, unit, tolerance), type, Map.of());
    }

    /** The type of a function that is asked for by a name is that with which the name was declared. */
    private static Read formula(Stated stated) {
        Type type = stated.asked() instanceof Binding.AskedFunction
                        && stated.fields().has("unit")
                ? ((Binding.AskedFunction) stated.asked()).type()
                : Type.real(stated.dimension());
        Tolerance tolerance = ToleranceReader.read(stated.fields(), type, null, stated.scope());
        return new Read(new Answer.Formula(stated.kind(), tolerance), type, Map.of());
    }
}
