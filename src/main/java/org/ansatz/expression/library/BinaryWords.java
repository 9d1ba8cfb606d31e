package org.ansatz.expression.library;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.check.Typing;
import org.ansatz.expression.program.Kernel;
import org.ansatz.expression.program.Unwritten;
import org.ansatz.expression.reverse.Adjoints;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Shape;
import org.ansatz.expression.type.Size;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Notation;
import org.ansatz.quantity.Rational;

/** Whole numbers as words of bits, and numerals in any base. Bits and digits are rows that begin with the most significant. */
final class BinaryWords {

    private static final int MAX_BITS = 4096;

    private BinaryWords() {}

    static List<Function> all() {
        return List.of(
                new OfWords("bitand(a, b)", "the bits that two words have both") {
                    @Override
                    BigInteger at(BigInteger a, BigInteger b) {
                        return a.and(b);
                    }
                },
                new OfWords("bitor(a, b)", "the bits that one of two words has, or both") {
                    @Override
                    BigInteger at(BigInteger a, BigInteger b) {
                        return a.or(b);
                    }
                },
                new OfWords("bitxor(a, b)", "the bits in which two words differ; also a xor b") {
                    @Override
                    BigInteger at(BigInteger a, BigInteger b) {
                        return a.xor(b);
                    }
                },
                new OfWords("complement(w, n)", "the n bits of a word, each turned over") {
                    @Override
                    BigInteger at(BigInteger w, BigInteger n) {
                        return BigInteger.ONE
                                .shiftLeft(width(w, n))
                                .subtract(BigInteger.ONE)
                                .xor(w);
                    }
                },
                new OfWords("signed(w, n)", "the number that a word of n bits is in two's complement") {
                    @Override
                    BigInteger at(BigInteger w, BigInteger n) {
                        int width = width(w, n);
                        return width > 0 && w.testBit(width - 1) ? w.subtract(BigInteger.ONE.shiftLeft(width)) : w;
                    }
                },
                new Weight(),
                new Bits(),
                new Digits(),
                new Base());
    }

    /** How many bits a word is said to have; it must not have more. */
    private static int width(BigInteger word, BigInteger bits) {
        int width = bits.signum() < 0 || bits.bitLength() > 31 ? -1 : bits.intValue();
        if (width < 0 || width > MAX_BITS) {
            throw new NoValue("a word of " + bits + " bits; from 0 to " + MAX_BITS + " are possible");
        }
        if (word.bitLength() > width) {
            throw new NoValue(word + " has " + word.bitLength() + " bits, more than " + width);
        }
        return width;
    }

    private static BigInteger word(BigInteger number) {
        if (number.signum() < 0) {
            throw new NoValue("a word of bits is not negative; this is " + number);
        }
        return number;
    }

    /** A function of two words, or of a word and a width. */
    private abstract static class OfWords extends Combinatorics {
        OfWords(String signature, String help) {
            super(signature, help);
        }

        abstract BigInteger at(BigInteger a, BigInteger b);

        @Override
        final BigInteger at(List<BigInteger> n) {
            return at(word(n.get(0)), word(n.get(1)));
        }
    }

    /** How many bits are 1. */
    private static final class Weight extends Combinatorics {
        Weight() {
            super("weight(w)", "how many bits of a word are 1; weight(a xor b) is the Hamming distance");
        }

        @Override
        BigInteger at(List<BigInteger> n) {
            return BigInteger.valueOf(word(n.get(0)).bitCount());
        }
    }

    /** A function that makes a row of a whole number, or a number of a row; programs leave it to the terms. */
    private abstract static class OfRows extends Function {
        OfRows(String signature, String help) {
            super(signature, Engine.ARITHMETIC, help);
        }

        @Override
        public Kernel kernel(Type type) {
            throw new Unwritten(name());
        }
    }

    private static BigInteger whole(Value value, String of) {
        if (value instanceof Value.Exact && ((Value.Exact) value).number().isInteger()) {
            return ((Value.Exact) value).number().numerator();
        }
        throw new NoValue(of + " takes whole numbers");
    }

    private static Value.Array row(List<BigInteger> digits) {
        List<Value> entries = new ArrayList<>();
        digits.forEach(digit -> entries.add(new Value.Exact(Rational.of(digit))));
        return new Value.Array(1, entries.size(), entries);
    }

    /** The bits of a word. */
    private static final class Bits extends OfRows {
        Bits() {
            super("bits(w, n)", "the n bits of a word, as a row that begins with the most significant");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Typing.integer(arguments.get(0));
            Typing.integer(arguments.get(1));
            return Type.INTEGER.with(new Shape(Size.ONE, arguments.get(1).asSize()));
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            BigInteger word = word(whole(arguments.get(0), signature()));
            int width = width(word, whole(arguments.get(1), signature()));
            List<BigInteger> bits = new ArrayList<>();
            for (int i = width - 1; i >= 0; i--) {
                bits.add(word.testBit(i) ? BigInteger.ONE : BigInteger.ZERO);
            }
            if (bits.isEmpty()) {
                throw new NoValue("a row of no bits");
            }
            return Estimate.exact(row(bits));
        }
    }

    /** The digits of a number in a base. */
    private static final class Digits extends OfRows {
        Digits() {
            super("digits(x, r)", "the digits of a whole number in the base r, as a row");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Typing.integer(arguments.get(0));
            Typing.integer(arguments.get(1));
            return Type.INTEGER.with(new Shape(Size.ONE, Size.UNKNOWN));
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            BigInteger rest = whole(arguments.get(0), signature());
            BigInteger base = whole(arguments.get(1), signature());
            if (rest.signum() < 0 || base.compareTo(BigInteger.TWO) < 0) {
                throw new NoValue("the digits of " + rest + " in the base " + base
                        + "; of a number that is not negative, in a base from 2 on");
            }
            List<BigInteger> digits = new ArrayList<>();
            do {
                digits.add(0, rest.mod(base));
                rest = rest.divide(base);
            } while (rest.signum() > 0 && digits.size() <= MAX_BITS);
            if (rest.signum() > 0) {
                throw new NoValue("more than " + MAX_BITS + " digits");
            }
            return Estimate.exact(row(digits));
        }
    }

    /** The number that digits stand for. */
    private static final class Base extends OfRows {
        Base() {
            super("base(row, r)", "the number whose digits in the base r are these; r may be what is looked for");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Term row = arguments.get(0);
            Type type = Typing.matrix(Typing.pure(row), "; digits are written as a row, [1, 3, 2]");
            if (type.shape().rows().isSeveral() && type.shape().columns().isSeveral()) {
                throw new ExpressionFault(row.span(), "digits are one row or one column; this is " + type.shape());
            }
            Typing.real(Typing.pure(arguments.get(1)));
            return Type.of(
                    type.set().join(arguments.get(1).type().set()),
                    arguments.get(1).type().dimension());
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            Value base = arguments.get(1);
            boolean known = base instanceof Value.Exact;
            if (known && Arithmetic.real(base) <= 1) {
                throw new NoValue("a base of " + Notation.number(Arithmetic.real(base), 6) + "; it is larger than 1");
            }
            Value number = Arithmetic.ZERO;
            for (Value digit : Adjoints.matrix(arguments.get(0)).entries()) {
                boolean tooLarge = known && Arithmetic.real(digit) >= Arithmetic.real(base);
                if (tooLarge || Arithmetic.real(digit) < 0) {
                    throw new NoValue("the base " + Notation.number(Arithmetic.real(base), 6) + " has no digit "
                            + Notation.number(Arithmetic.real(digit), 6));
                }
                number = Arithmetic.add(Arithmetic.multiply(number, base), digit);
            }
            return Estimate.exact(number);
        }
    }
}
