package org.ansatz.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ansatz.bank.AnswerReader.Read;
import org.ansatz.bank.AnswerReader.Stated;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Tolerance;
import org.ansatz.quantity.Unit;
import org.ansatz.statement.ToleranceReader;
import org.jspecify.annotations.Nullable;

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
            new AnswerKind("set", Of.NOTHING, stated -> collection(stated, NumberSet.SET)),
            new AnswerKind("interval", Of.NOTHING, stated -> collection(stated, NumberSet.INTERVAL)),
            new AnswerKind("formula", Of.NEEDED, AnswerKind::formula),
            new AnswerKind("boolean", Of.NEEDED, AnswerKind::bool),
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

    /** Whether it is a function of bits, written in Boolean algebra. */
    boolean isBoolean() {
        return word.equals("boolean");
    }

    private static Read bool(Stated stated) {
        Answer answer = new Answer.Formula(stated.kind(), new Tolerance.Digits());
        return new Read(answer, List.of(Type.INTEGER), Map.of());
    }

    private static Read number(Stated stated, Type type) {
        return value(
                stated, type, (wanted, unit, tolerance) -> new Answer.Number(stated.kind(), wanted, unit, tolerance));
    }

    private static Read collection(Stated stated, NumberSet set) {
        return value(
                stated,
                Type.of(set, stated.dimension()),
                (wanted, unit, tolerance) -> new Answer.Collection(stated.kind(), wanted, unit, tolerance));
    }

    /** Makes an answer that is a value of what is said of it. */
    private interface Valued {
        Answer of(Type type, @Nullable Unit unit, Tolerance tolerance);
    }

    /** One value; or, where several names are asked for, one for each. */
    private static Read value(Stated stated, Type type, Valued valued) {
        if (!stated.hasParts()) {
            Unit unit = stated.unit();
            Tolerance tolerance = ToleranceReader.read(stated.fields(), type, unit, stated.scope());
            return new Read(valued.of(type, unit, tolerance), List.of(type), Map.of());
        }
        List<Answer.Part> parts = new ArrayList<>();
        List<Type> types = new ArrayList<>();
        for (AnswerReader.Asked asked : stated.asked()) {
            Type own = type.with(asked.type().dimensionOrNone());
            types.add(own);
            parts.add(
                    new Answer.Part(asked.name().name(), valued.of(own, asked.unit(), stated.toleranceOf(asked, own))));
        }
        return new Read(new Answer.Parts(stated.kind(), parts), types, Map.of());
    }

    /** The type of a function that is asked for by a name is that with which the name was declared. */
    private static Read formula(Stated stated) {
        Binding asked = stated.asked().isEmpty() ? null : stated.asked().get(0).name();
        Type type = asked instanceof Binding.AskedFunction && stated.fields().has("unit")
                ? ((Binding.AskedFunction) asked).type()
                : Type.real(stated.dimension());
        Tolerance tolerance = ToleranceReader.read(stated.fields(), type, null, stated.scope());
        return new Read(new Answer.Formula(stated.kind(), tolerance), List.of(type), Map.of());
    }
}
