package org.ansatz.expression.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ansatz.expression.syntax.Token.Kind;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * The one grammar, by recursive descent. From loosest to tightest: {@code in}, {@code or nor}, {@code xor xnor},
 * {@code and nand}, {@code not}, comparison, range, sum, product, sign, juxtaposition, power, postfix.
 */
public final class Parser extends TokenReader {

    /** The function that makes a set of its arguments. */
    public static final String SET = "set";

    /** The function that makes an interval of its two ends. */
    public static final String INTERVAL = "interval";

    /** The function that {@code n!} calls. */
    private static final String FACTORIAL = "factorial";

    /** What ends the unit behind an infinity. */
    private static final Set<String> BEHIND_UNIT = Set.of(")", ",", "..", ":", ";", "]", "}", "|");

    /** Whether what is read is the point to which a variable goes, behind which a sign says from which side. */
    private boolean isApproach;

    private Parser(String text) {
        super(text);
    }

    /**
     * Reads one expression.
     *
     * @throws ExpressionFault with the place and what was expected
     */
    public static Node expression(String text) {
        Parser parser = new Parser(text);
        Node node = parser.conversion();
        parser.expectEnd();
        return node;
    }

    /**
     * Reads what a person writes as one quantity: a number or a formula, followed by a unit that applies to all of it
     * ({@code 1.58 m}, {@code 4*pi rad}, {@code 3-1j ohm}, {@code 10^3 rad/s}, {@code 1/2 m}); or a set or an interval of such
     * ({@code {2, 7 kHz}}, {@code 24..36 V}).
     *
     * @throws ExpressionFault with the place and what was expected
     */
    public static Node literal(String text) {
        List<Token> tokens = new Parser(text).tokens();
        Node collection = CollectionLiteral.read(text, tokens);
        if (collection != null) {
            return collection;
        }
        int unitAt = TrailingUnit.start(text, tokens);
        if (unitAt < 0) {
            return expression(text);
        }
        Span unit = new Span(unitAt, text.stripTrailing().length());
        Node number = expression(text.substring(0, unitAt));
        int start = text.length() - text.stripLeading().length();
        return new Node.Measured(new Span(start, unit.end()), number, unit.of(text), unit);
    }

    /**
     * Reads steps, one a line: {@code a = …}, {@code f(x) = …}, {@code x[n] = …}.
     *
     * @throws ExpressionFault with the place and what was expected
     */
    public static Node.Step step(String text) {
        Parser parser = new Parser(text);
        Node.Step step = parser.definition();
        parser.expectEnd();
        return step;
    }

    private Node.Step definition() {
        Token name = expectName("a name to define");
        List<String> parameters = null;
        Node index = null;
        if (peek().is("(")) {
            next();
            parameters = new ArrayList<>();
            do {
                parameters.add(expectName("the name of a parameter").text());
            } while (accept(","));
            expect(")");
        } else if (accept("[")) {
            index = sum();
            expect("]");
        }
        boolean isRandom = peek().is("~");
        if (isRandom && parameters == null && index == null) {
            next();
        } else {
            expect("=");
        }
        Node body = conversion();
        List<Node.Generator> generators = accept("for") ? generators() : List.of();
        return new Node.Step(
                name.span().to(body.span()),
                name.text(),
                name.span(),
                parameters == null ? null : List.copyOf(parameters),
                index,
                body,
                generators,
                isRandom);
    }

    private Node conversion() {
        Node operand = or();
        if (!peek().is("in")) {
            return operand;
        }
        next();
        boolean isReciprocal = peek().text().equals("1") && following().is("/");
        if (peek().kind() != Kind.NAME && !isReciprocal) {
            throw expected("a unit");
        }
        int start = peek().span().start();
        int end = start;
        int open = 0;
        while (peek().kind() != Kind.END && (open > 0 || !peek().is(")")) && !peek().is(",") && !peek().is("for")) {
            open += peek().is("(") ? 1 : peek().is(")") ? -1 : 0;
            end = next().span().end();
        }
        Span span = new Span(start, end);
        return new Node.In(operand.span().to(span), operand, textOf(span), span);
    }

    private Node or() {
        Node left = xor();
        while (peek().is("or") || peek().is("nor")) {
            left = binary(next().is("or") ? Op.OR : Op.NOR, left, xor());
        }
        return left;
    }

    private Node xor() {
        Node left = and();
        while (peek().is("xor") || peek().is("xnor")) {
            left = binary(next().is("xor") ? Op.XOR : Op.XNOR, left, and());
        }
        return left;
    }

    private Node and() {
        Node left = not();
        while (peek().is("and") || peek().is("nand")) {
            left = binary(next().is("and") ? Op.AND : Op.NAND, left, not());
        }
        return left;
    }

    private Node not() {
        if (peek().is("not")) {
            Token not = next();
            enter(not);
            Node operand = not();
            leave();
            return new Node.Unary(not.span().to(operand.span()), Op.NOT, operand);
        }
        return comparison();
    }

    private Node comparison() {
        Node first = range();
        if (comparisonAt(peek()) == null) {
            if (peek().is("=")) {
                throw new ExpressionFault(peek().span(), "'=' defines a name; to compare, write '=='");
            }
            return first;
        }
        List<Node> operands = new ArrayList<>();
        List<Op> ops = new ArrayList<>();
        operands.add(first);
        for (Op op = comparisonAt(peek()); op != null; op = comparisonAt(peek())) {
            next();
            ops.add(op);
            operands.add(range());
        }
        Span span = first.span().to(operands.get(operands.size() - 1).span());
        return new Node.Comparison(span, List.copyOf(operands), List.copyOf(ops));
    }

    private static @Nullable Op comparisonAt(Token token) {
        if (token.kind() != Kind.SYMBOL) {
            return null;
        }
        switch (token.text()) {
            case "==":
                return Op.EQUAL;
            case "!=":
                return Op.UNEQUAL;
            case "<":
                return Op.LESS;
            case "<=":
                return Op.LESS_OR_EQUAL;
            case ">":
                return Op.GREATER;
            case ">=":
                return Op.GREATER_OR_EQUAL;
            default:
                return null;
        }
    }

    private Node range() {
        Node low = bound();
        if (!peek().is("..") && !peek().is(":")) {
            return low;
        }
        boolean integer = next().is(":");
        Node high = bound();
        return new Node.Range(low.span().to(high.span()), low, high, integer);
    }

    /** A sum, or an end that is not there and says of what kind it would be: {@code -inf V}. */
    private Node bound() {
        Token behind = isInfinity() ? following(peek().is("-") ? 2 : 1) : peek();
        boolean hasUnit = isInfinity() && behind.kind() == Kind.NAME && !isWordOperator(behind.text());
        return hasUnit ? infinity() : sum();
    }

    private Node sum() {
        Node left = product();
        while (true) {
            Op op = peek().is("+")
                    ? Op.ADD
                    : peek().is("-")
                            ? Op.SUBTRACT
                            : peek().is(".+") ? Op.DOT_ADD : peek().is(".-") ? Op.DOT_SUBTRACT : null;
            if (op == null || isApproach && following().is(")")) {
                return left;
            }
            if (following().is(")") && (op == Op.ADD || op == Op.SUBTRACT)) {
                throw new ExpressionFault(
                        peek().span(),
                        "expected a number, a name or '('; the sides of a point, a+ and a-, stand only in a limit:"
                                + " limit(f(x) for x -> 0+)");
            }
            next();
            left = binary(op, left, product());
        }
    }

    private Node product() {
        Node left = sign();
        while (true) {
            Op op = peek().is("*")
                    ? Op.MULTIPLY
                    : peek().is("/")
                            ? Op.DIVIDE
                            : peek().is(".*") ? Op.DOT_MULTIPLY : peek().is("./") ? Op.DOT_DIVIDE : null;
            if (op == null) {
                return left;
            }
            next();
            left = binary(op, left, sign());
        }
    }

    private Node sign() {
        if (!peek().is("-") && !peek().is("+")) {
            return polar();
        }
        Token sign = next();
        enter(sign);
        Node operand = sign();
        leave();
        return sign.is("+") ? operand : new Node.Unary(sign.span().to(operand.span()), Op.NEGATE, operand);
    }

    private Node polar() {
        Node magnitude = juxtaposition();
        if (!peek().is("∠")) {
            return magnitude;
        }
        next();
        return binary(Op.POLAR, magnitude, sign());
    }

    private Node juxtaposition() {
        Node left = power();
        while (startsTerm(peek())) {
            Node right = power();
            left = new Node.Juxtaposed(left.span().to(right.span()), left, right);
        }
        return left;
    }

    private static boolean startsTerm(Token token) {
        return token.kind() == Kind.NAME && !isWordOperator(token.text()) || token.is("(");
    }

    private Node power() {
        Node base = postfix();
        if (!peek().is("^") && !peek().is(".^")) {
            return base;
        }
        Token op = next();
        enter(op);
        Node exponent = exponent();
        leave();
        return binary(op.is("^") ? Op.POWER : Op.DOT_POWER, base, exponent);
    }

    private Node exponent() {
        if (peek().is("-")) {
            Token minus = next();
            enter(minus);
            Node operand = exponent();
            leave();
            return new Node.Unary(minus.span().to(operand.span()), Op.NEGATE, operand);
        }
        accept("+");
        return power();
    }

    private Node postfix() {
        Node node = primary();
        while (true) {
            if (peek().is("'")) {
                node = new Node.Prime(node.span().to(next().span()), node);
            } else if (peek().is("!")) {
                node = factorial(node, next());
            } else if (peek().is("(") && !peek().spaceBefore() && canBeCalled(node)) {
                node = call(node);
            } else if (peek().is("[") && !peek().spaceBefore() && canBeIndexed(node)) {
                node = index(node);
            } else {
                return node;
            }
        }
    }

    private Node factorial(Node of, Token mark) {
        if (peek().is("!")) {
            throw new ExpressionFault(peek().span(), "'!!' is read by some as every second factor: write it out");
        }
        Node name = new Node.Name(mark.span(), FACTORIAL);
        return new Node.Call(of.span().to(mark.span()), name, List.of(of));
    }

    /** {@code x[n]}, or {@code real[n, m]}, whose sizes are held as a row. */
    private Node index(Node operand) {
        Token open = next();
        List<Node> indices = new ArrayList<>();
        do {
            indices.add(sum());
        } while (accept(","));
        Token close = expect("]");
        Node index = indices.size() == 1
                ? indices.get(0)
                : new Node.Rows(open.span().to(close.span()), List.of(List.copyOf(indices)));
        return new Node.Index(operand.span().to(close.span()), operand, index);
    }

    /** A signal, a kind of matrix, or a range in brackets: {@code (0:1)[2, 3]}. */
    private static boolean canBeIndexed(Node node) {
        return node instanceof Node.Name || node instanceof Node.Range;
    }

    private static boolean canBeCalled(Node node) {
        return node instanceof Node.Name || node instanceof Node.Prime && canBeCalled(((Node.Prime) node).operand());
    }

    private Node call(Node function) {
        enter(next());
        List<Node> arguments = new ArrayList<>();
        if (!peek().is(")") && !isCase()) {
            arguments.add(argument());
            if (peek().is("for") || peek().is("by")) {
                return binder(function, arguments.get(0));
            }
            while (accept(",") && !isCase()) {
                arguments.add(argument());
            }
        }
        Node condition = !arguments.isEmpty() && accept("|") ? or() : null;
        List<Node.Step> bindings = new ArrayList<>();
        if (isCase() || accept(";")) {
            do {
                bindings.add(definition());
            } while (accept(","));
        }
        Token close = expect(")");
        leave();
        Span span = function.span().to(close.span());
        Node call = new Node.Call(span, function, List.copyOf(arguments));
        if (condition != null) {
            call = given((Node.Call) call, condition);
        }
        return bindings.isEmpty() ? call : new Node.Case(span, call, List.copyOf(bindings));
    }

    /** {@code P(A | B)}: a binder without variables of its own, whose body is the call. */
    private static Node given(Node.Call call, Node condition) {
        if (!(call.function() instanceof Node.Name name)) {
            throw new ExpressionFault(condition.span(), "only statistics such as P(A | B) have a condition");
        }
        return new Node.Binder(call.span(), name.name(), name.span(), call, List.of(), condition);
    }

    /** Whether what follows gives a name another value, as in {@code u(s = 0)}. */
    private boolean isCase() {
        return peek().kind() == Token.Kind.NAME && following().is("=");
    }

    /** An argument; a conversion {@code in unit} inside one needs brackets, because {@code v in D} binds there. */
    private Node argument() {
        if (isWordOperator(peek().text()) && isWholeArgument()) {
            Token label = next();
            return new Node.Name(label.span(), label.text());
        }
        return or();
    }

    private Node binder(Node function, Node body) {
        if (!(function instanceof Node.Name)) {
            throw new ExpressionFault(
                    function.span(), "only a named operation binds variables with '" + peek().text() + "'");
        }
        List<Node.Generator> generators = next().is("by") ? declared() : generators();
        Node condition = accept("if") ? or() : null;
        Token close = expect(")");
        leave();
        return new Node.Binder(
                function.span().to(close.span()),
                ((Node.Name) function).name(),
                function.span(),
                body,
                generators,
                condition);
    }

    private List<Node.Generator> generators() {
        List<Node.Generator> generators = new ArrayList<>();
        do {
            Token name = expectName("a variable");
            if (accept("->")) {
                generators.add(approach(name));
                continue;
            }
            boolean isOfTransform = peek().is(",") && generators.isEmpty() && isPointAfter();
            if (peek().is(")") || isOfTransform) {
                Node itself = new Node.Name(name.span(), "complex");
                generators.add(new Node.Generator(name.text(), name.span(), itself, Node.Ranging.FREE));
                continue;
            }
            boolean point = peek().is("at");
            if (!accept("at")) {
                expect("in");
            }
            Node.Ranging ranging = point ? Node.Ranging.AT : Node.Ranging.IN;
            generators.add(new Node.Generator(name.text(), name.span(), or(), ranging));
        } while (accept(","));
        return List.copyOf(generators);
    }

    /** Whether {@code , s at} follows: the point of a transform. */
    private boolean isPointAfter() {
        return following().kind() == Kind.NAME && following(2).is("at");
    }

    /** {@code inf}, {@code -inf rad/s}, {@code 1 kHz}, {@code 0+}, {@code 0-}. */
    private Node.Generator approach(Token name) {
        isApproach = true;
        Node point = isInfinity() ? infinity() : sum();
        isApproach = false;
        boolean isOneSided = (peek().is("+") || peek().is("-")) && following().is(")");
        Node.Ranging ranging = !isOneSided
                ? Node.Ranging.TO
                : next().is("+") ? Node.Ranging.TO_FROM_ABOVE : Node.Ranging.TO_FROM_BELOW;
        return new Node.Generator(name.text(), name.span(), point, ranging);
    }

    private boolean isInfinity() {
        return peek().is("inf") || peek().is("-") && following().is("inf");
    }

    /** {@code inf} or {@code -inf}, with the unit that says what is infinite, if one stands behind. */
    private Node infinity() {
        Token first = next();
        boolean isNegative = first.is("-");
        Token word = isNegative ? next() : first;
        Node infinity = new Node.Name(word.span(), word.text());
        if (isNegative) {
            infinity = new Node.Unary(first.span().to(word.span()), Op.NEGATE, infinity);
        }
        if (peek().kind() != Kind.NAME || isWordOperator(peek().text())) {
            return infinity;
        }
        int start = peek().span().start();
        int end = start;
        int depth = 0;
        while (peek().kind() != Kind.END && (depth > 0 || !isBehindUnit(peek()))) {
            depth += peek().is("(") ? 1 : peek().is(")") ? -1 : 0;
            end = next().span().end();
        }
        Span unit = new Span(start, end);
        return new Node.Measured(infinity.span().to(unit), infinity, textOf(unit), unit);
    }

    private static boolean isBehindUnit(Token token) {
        boolean isSign = token.kind() == Kind.SYMBOL && BEHIND_UNIT.contains(token.text());
        return isSign || token.kind() == Kind.NAME && isWordOperator(token.text());
    }

    /** Variables by which something is differentiated where they stand. */
    private List<Node.Generator> declared() {
        List<Node.Generator> declared = new ArrayList<>();
        do {
            Token name = expectName("the name of a variable");
            declared.add(new Node.Generator(
                    name.text(), name.span(), new Node.Name(name.span(), name.text()), Node.Ranging.BY));
        } while (accept(","));
        return declared;
    }

    private Node primary() {
        Token token = peek();
        switch (token.kind()) {
            case NUMBER:
            case IMAGINARY:
                next();
                return number(token);
            case NAME:
                if (isWordOperator(token.text()) && !token.is("if")) {
                    throw expected("a number, a name or '('");
                }
                next();
                return new Node.Name(token.span(), token.text());
            default:
                if (token.is("(")) {
                    return bracketed();
                }
                if (token.is("[")) {
                    return rows();
                }
                if (token.is("{")) {
                    return set();
                }
                if (token.is("!")) {
                    throw new ExpressionFault(
                            token.span(),
                            "'!' before something is not an operator: write not x, or x' for a complement");
                }
                throw expected("a number, a name or '('");
        }
    }

    private static Node number(Token token) {
        try {
            return new Node.Number(token.span(), Rational.parse(token.text()), token.kind() == Kind.IMAGINARY);
        } catch (NumberFormatException | NoValue e) {
            throw new ExpressionFault(token.span(), "a number beyond 1e±5000");
        }
    }

    private Node bracketed() {
        Token open = next();
        enter(open);
        Node inside = conversion();
        Token close = expect(")");
        leave();
        return inside instanceof Node.In || inside instanceof Node.Number
                ? inside
                : withSpan(inside, open.span().to(close.span()));
    }

    /** Brackets leave no trace in the tree but this: they keep terms side by side from joining what stands outside. */
    private static Node withSpan(Node inside, Span span) {
        if (inside instanceof Node.Juxtaposed side) {
            return new Node.Juxtaposed(span, side.left(), side.right());
        }
        if (inside instanceof Node.Binary binary && (binary.op() == Op.MULTIPLY || binary.op() == Op.DIVIDE)) {
            return new Node.Binary(span, binary.op(), binary.left(), binary.right());
        }
        return inside instanceof Node.Unary unary && unary.op() == Op.NEGATE
                ? new Node.Unary(span, unary.op(), unary.operand())
                : inside;
    }

    private Node rows() {
        Token open = next();
        enter(open);
        List<List<Node>> rows = new ArrayList<>();
        do {
            List<Node> row = new ArrayList<>();
            do {
                row.add(or());
            } while (accept(","));
            rows.add(List.copyOf(row));
        } while (accept(";"));
        Token close = expect("]");
        leave();
        return new Node.Rows(open.span().to(close.span()), List.copyOf(rows));
    }

    private Node set() {
        Token open = next();
        enter(open);
        List<Node> entries = new ArrayList<>();
        if (!peek().is("}")) {
            do {
                entries.add(or());
            } while (accept(","));
        }
        Token close = expect("}");
        leave();
        return set(open.span(), close.span(), entries);
    }

    /** A set of these entries, between its braces. */
    static Node set(Span open, Span close, List<Node> entries) {
        return new Node.Call(open.to(close), new Node.Name(open, SET), List.copyOf(entries));
    }

    private static Node binary(Op op, Node left, Node right) {
        return new Node.Binary(left.span().to(right.span()), op, left, right);
    }
}
