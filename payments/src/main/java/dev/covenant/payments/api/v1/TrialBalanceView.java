package dev.covenant.payments.api.v1;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.covenant.payments.ledger.Balance;

/** The balance of every account; each currency's total must be 0. */
@Schema(name = "TrialBalance")
public record TrialBalanceView(List<CurrencyView> currencies) {
    /** One currency's accounts. */
    @Schema(name = "CurrencyBalance")
    public record CurrencyView(
            @Schema(examples = "EUR") String currency,
            List<AccountView> accounts,
            @Schema(examples = "0") long total) {
        static CurrencyView of(Map.Entry<String, List<Balance>> currency) {
            var accounts = currency.getValue().stream()
                    .map(balance -> new AccountView(balance.account(), balance.balance()))
                    .toList();
            return new CurrencyView(
                    currency.getKey(),
                    accounts,
                    accounts.stream().mapToLong(AccountView::balance).sum());
        }
    }

    /** One account; the balance is in signed minor units, debit positive. */
    @Schema(name = "AccountBalance")
    public record AccountView(
            @Schema(examples = "sales") String account,
            @Schema(examples = "-1999") long balance) {}

    static TrialBalanceView of(List<Balance> balances) {
        var byCurrency =
                balances.stream().collect(Collectors.groupingBy(Balance::currency, TreeMap::new, Collectors.toList()));
        return new TrialBalanceView(
                byCurrency.entrySet().stream().map(CurrencyView::of).toList());
    }
}
