package org.ansatz.junit;

import org.ansatz.bank.Bank;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives test methods the bank of their class. A bank is read once in a run, however many classes name it. */
final class BankParameter implements ParameterResolver {

    private static final Namespace BANKS = Namespace.create(BankParameter.class);

    BankParameter() {}

    /** The bank of the class whose test it is. */
    static Bank bankOf(ExtensionContext test) {
        BankSource source = BankSource.of(test.getRequiredTestClass());
        return test.getRoot().getStore(BANKS).getOrComputeIfAbsent(source, BankSource::load, Bank.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Bank.class;
    }

    @Override
    public Bank resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return bankOf(test);
    }
}
