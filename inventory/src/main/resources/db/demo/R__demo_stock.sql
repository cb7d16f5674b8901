-- Stock of the demo's physical products, for the local stack only. Repeatable: ids follow from the rows, so that a run adds only what is new.
WITH demo (sku, type, quantity, reason) AS (
    VALUES
        ('APRON-LINEN',          'RECEIPT', 180, 'First delivery'),
        ('BAG-TOTE-CANVAS',      'RECEIPT', 140, 'First delivery'),
        ('BASKET-WILLOW',        'RECEIPT', 140, 'First delivery'),
        ('BLANKET-WOOL-GREY',    'RECEIPT', 100, 'First delivery'),
        ('BOARD-OAK',            'RECEIPT', 100, 'First delivery'),
        ('BOTTLE-STEEL-750',     'RECEIPT', 170, 'First delivery'),
        ('BOWL-WALNUT',          'RECEIPT', 130, 'First delivery'),
        ('CANDLE-BEESWAX',       'RECEIPT', 60, 'First delivery'),
        ('CLOCK-WALL-BIRCH',     'RECEIPT', 80, 'First delivery'),
        ('COFFEE-BEANS-1KG',     'RECEIPT', 400, 'First delivery'),
        ('COASTER-CORK-4',       'RECEIPT', 180, 'First delivery'),
        ('CUSHION-VELVET-GREEN', 'RECEIPT', 30, 'First delivery'),
        ('DRIPPER-CERAMIC',      'RECEIPT', 20, 'First delivery'),
        ('GLASS-TUMBLER-6',      'RECEIPT', 80, 'First delivery'),
        ('GRINDER-HAND',         'RECEIPT', 110, 'First delivery'),
        ('HONEY-LIME-500',       'RECEIPT', 210, 'First delivery'),
        ('KETTLE-GOOSENECK',     'RECEIPT', 110, 'First delivery'),
        ('KNIFE-CHEF-20',        'RECEIPT', 190, 'First delivery'),
        ('LAMP-DESK-BRASS',      'RECEIPT', 160, 'First delivery'),
        ('LAST-ONE-POSTER',      'RECEIPT', 1, 'First delivery'),
        ('MUG-BLUE',             'RECEIPT', 500, 'First delivery'),
        ('MUG-RED',              'RECEIPT', 160, 'First delivery'),
        ('MUG-WHITE',            'RECEIPT', 40, 'First delivery'),
        ('NOTEBOOK-A5',          'RECEIPT', 350, 'First delivery'),
        ('PAN-IRON-28',          'RECEIPT', 180, 'First delivery'),
        ('PEN-FOUNTAIN',         'RECEIPT', 160, 'First delivery'),
        ('PLANTER-TERRACOTTA',   'RECEIPT', 140, 'First delivery'),
        ('POSTER-HARBOUR',       'RECEIPT', 130, 'First delivery'),
        ('SCARF-MERINO',         'RECEIPT', 80, 'First delivery'),
        ('SOAP-OLIVE',           'RECEIPT', 300, 'First delivery'),
        ('SOLD-OUT-LAMP',        'RECEIPT', 12, 'First delivery'),
        ('TEA-DARJEELING-250',   'RECEIPT', 140, 'First delivery'),
        ('TEAPOT-STONEWARE',     'RECEIPT', 80, 'First delivery'),
        ('TOWEL-COTTON-BLUE',    'RECEIPT', 110, 'First delivery'),
        ('VASE-GLASS-TALL',      'RECEIPT', 140, 'First delivery'),
        ('SOLD-OUT-LAMP',        'ADJUSTMENT', -12, 'Sold at the spring fair')
), recorded AS (
    INSERT INTO stock_movement (movement_id, client, sku, type, quantity, reason, applied)
    SELECT ('01980000-0000-7000-8000-' || left(md5(sku || reason), 12))::uuid, 'demo', sku, type, quantity, reason, true
    FROM demo
    ON CONFLICT DO NOTHING
    RETURNING sku, quantity
)
INSERT INTO stock_item (sku, on_hand)
SELECT sku, sum(quantity) FROM recorded GROUP BY sku
ON CONFLICT (sku) DO UPDATE SET on_hand = stock_item.on_hand + excluded.on_hand;
