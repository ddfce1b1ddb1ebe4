import { bilingual } from '#web/i18n/bilingual.ts';

/** What is said of the place and period that a file goes to, and of what stands in the way there. */
export const placeTexts = bilingual({
  vi: {
    place: {
      notCommune: 'Sổ rà soát được nhập theo từng xã, phường, thị trấn; {name} không phải đơn vị cấp xã.',
      chooseCommune: 'Chọn xã, phường',
      notThen: '{name} không có trên bản đồ hành chính ngày {day}, nên danh sách của kỳ này nhập vào đơn vị khi đó.',
      unitsThen: 'Địa bàn này khi đó thuộc:',
      noRound: '{name} chưa có đợt rà soát cho kỳ {period} nên chưa nhập được danh sách.',
      haveRounds: 'Các kỳ đã có đợt rà soát:',
      communes: 'Các xã, phường đã có đợt rà soát:',
      left: 'còn {n}',
      noneAtAll: 'Địa bàn này chưa có đợt rà soát nào. Đợt rà soát do cán bộ cấp tỉnh mở.',
      roundOf: '{period}, {name}',
      other: 'Lượt nhập này của {name}, {period}; khác với địa bàn và kỳ đang chọn ở đầu trang.',
      go: 'Xem đúng địa bàn và kỳ của lượt nhập',
    },
  },
  en: {
    place: {
      notCommune: 'Review workbooks are imported by commune, and {name} is none.',
      chooseCommune: 'Choose a commune',
      notThen: '{name} is not on the map of {day}: the list of this period goes to the units of that day.',
      unitsThen: 'Its land then belonged to:',
      noRound: '{name} has no review round for {period}, so no list can be imported.',
      haveRounds: 'Periods with a round:',
      communes: 'Communes with a round:',
      left: '{n} more',
      noneAtAll: 'This area has no round at all. Rounds are opened by province officers.',
      roundOf: '{period}, {name}',
      other: 'This import is of {name}, {period}: not of the area and period chosen at the top.',
      go: 'Go to the area and period of the import',
    },
  },
});
